"""Messages that were written to a folder, where no mail server is set: those to somebody, or that name them, go."""

import email
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from kennisbank.archive.mail.addresses import mail_key
from kennisbank.archive.privacy.person import Person
from kennisbank.errors import StorageError


def erase_mails(folder: Path, person: Person) -> int:
    """Remove the messages in a folder that are to somebody, or in which they are named; return how many.

    Raises:
        StorageError: one can't be read or removed.
    """
    count = 0
    for path in sorted(folder.glob("*.eml")) if folder.is_dir() else ():
        try:
            if _is_about(path.read_bytes(), person):
                path.unlink(missing_ok=True)
                count += 1
        except FileNotFoundError:
            continue
        except OSError as error:
            raise StorageError(path, error.strerror or str(error)) from error
    return count


def _is_about(data: bytes, person: Person) -> bool:
    mail = email.message_from_bytes(data, policy=default)
    assert isinstance(mail, EmailMessage), "the policy makes those"
    to = mail["To"]
    if to is not None and any(mail_key(each.addr_spec) == person.key for each in to.addresses):
        return True
    said = [str(value) for value in mail.values()]
    body = mail.get_body(("plain", "html"))
    return any(person.is_named_in(each) for each in [*said, body.get_content() if body is not None else ""])
