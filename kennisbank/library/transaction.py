"""One transaction with one repository per aggregate."""

from sqlalchemy import Connection

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.ids import Origin
from kennisbank.library.acts import Acts
from kennisbank.library.annotations import Annotations
from kennisbank.library.archives import Archives
from kennisbank.library.batches import Batches
from kennisbank.library.browse import Browse
from kennisbank.library.comments import Comments
from kennisbank.library.contributions import Contributions
from kennisbank.library.dossiers import Dossiers
from kennisbank.library.editions import Editions
from kennisbank.library.likeness import Likeness
from kennisbank.library.link_checks import LinkChecks
from kennisbank.library.mailbox import Mailbox
from kennisbank.library.offers import Offers
from kennisbank.library.outbox import Journal
from kennisbank.library.ownership import Ownership
from kennisbank.library.personal_rows import PersonalRows
from kennisbank.library.persons import Persons
from kennisbank.library.reading import Reading
from kennisbank.library.reading_marks import ReadingMarks
from kennisbank.library.receptions import Receptions
from kennisbank.library.recognitions import Recognitions
from kennisbank.library.saved_searches import SavedSearches
from kennisbank.library.sending import Sending
from kennisbank.library.synced import Synced
from kennisbank.library.texts import Texts
from kennisbank.library.unsent import Unsent
from kennisbank.library.versions import FileVersions
from kennisbank.library.whose import viewer_of


class Transaction:
    """What is read is one moment's state; what is written stands when the ``with`` ends, all of it or nothing.

    Used by one thread, and not after its ``with``. `connection` is for this room alone. `viewer` is who is
    logged in: personal rows of others aren't seen.
    """

    def __init__(self, connection: Connection, origin: Origin, *, is_writing: bool) -> None:
        """Work through `connection`, on which a transaction has begun; new things are of `origin`."""
        self.connection = connection
        self.outbox = Journal(connection, is_writing=is_writing)
        self.viewer = viewer_of(connection)
        self.editions = Editions(connection, self.outbox, origin)
        self.contributions = Contributions(connection, self.outbox, self.editions, origin)
        self.files = FileVersions(connection, self.outbox, self.contributions, origin)
        self.texts = Texts(connection, self.outbox)
        self.recognitions = Recognitions(connection, self.outbox)
        self.batches = Batches(connection, self.outbox)
        self.browse = Browse(connection)
        self.reading = Reading(connection, self.outbox, origin, self.viewer)
        self.link_checks = LinkChecks(connection, self.outbox)
        self.reading_marks = ReadingMarks(connection, self.outbox, origin, self.viewer)
        self.annotations = Annotations(connection, self.outbox, origin, self.viewer)
        self.dossiers = Dossiers(connection, self.outbox, origin, self.viewer)
        self.archives = Archives(connection, self.outbox)
        self.ownership = Ownership(connection, self.outbox)
        self.unsent = Unsent(connection, self.outbox, self.viewer)
        self.offers = Offers(connection, self.outbox)
        self.personal_rows = PersonalRows(connection, self.outbox, origin)
        self.likeness = Likeness(connection)
        self.synced = Synced(connection, self.outbox, self.viewer)
        self.sending = Sending(connection, self.outbox)
        self.saved_searches = SavedSearches(connection, self.outbox, origin, self.viewer)
        self.acts = Acts(connection, self.outbox, self.viewer)
        self.mailbox = Mailbox(connection, self.outbox, self.viewer)
        self.comments = Comments(connection, self.outbox)
        self.receptions = Receptions(connection, self.outbox)
        self.persons = Persons(connection, self.outbox)

    @property
    def changes(self) -> ChangeSet:
        """Return what was written so far, each thing once."""
        return self.outbox.changes
