"""Which way messages leave."""

import os
from pathlib import Path

from kennisbank.archive.mail.post import FolderPost, Post
from kennisbank.archive.mail.smtp_post import SmtpPost

PASSWORD = "KENNISBANK_ARCHIVE_MAIL_PASSWORD"  # noqa: S105 -- the name of an environment variable
"""Where the mail server's password may come from, so that it stands in no file and no list of processes."""


def open_post(where: str, folder: Path) -> Post:
    """Return the post at an address: ``smtp://…`` or ``smtps://…``, a folder's path, or (empty) `folder`.

    Raises:
        BadInputError: the address can't be understood.
    """
    if where.startswith(("smtp:", "smtps:")):
        return SmtpPost(where, password=os.environ.get(PASSWORD, ""))
    return FolderPost(Path(where) if where else folder)
