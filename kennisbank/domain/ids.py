"""Identities and units, as types that can't be mixed up.

A primary key is a UUID made by whoever creates the thing, so that two machines that never met can't collide;
beside it stands its *origin*, the id of the library or archive that made it.
"""

from typing import NewType
from uuid import uuid4

ContributionId = NewType("ContributionId", str)
EditionId = NewType("EditionId", str)
FileId = NewType("FileId", str)
BatchId = NewType("BatchId", str)
SavedSearchId = NewType("SavedSearchId", str)
AnnotationId = NewType("AnnotationId", str)
DossierId = NewType("DossierId", str)
DossierItemId = NewType("DossierItemId", str)
Origin = NewType("Origin", str)
"""UUID of the library or archive that created a thing."""
ArchiveId = NewType("ArchiveId", str)
AccountId = NewType("AccountId", str)
FileHash = NewType("FileHash", str)
"""SHA-256 of a file's bytes, 64 lower-case hexadecimal digits."""
PageNo = NewType("PageNo", int)
"""1-based number of a page in its file."""
Points = NewType("Points", float)
"""1/72 inch."""


def new_id() -> str:
    """Return a fresh random UUID (version 4: a time inside an id would unmask anonymous readers)."""
    return str(uuid4())
