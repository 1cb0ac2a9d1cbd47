"""What an import may say of a file: one function per code, so that code, severity and sentence stand together.

Codes are stable; `docs/reports.md` explains each of them. `message` is English; `values` fill the translated sentence.
A `DocumentError` brings its own code (``encrypted``, ``damaged``, …) and passes through `from_document_error`.
"""

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.document import Problem
from kennisbank.domain.ids import PageNo
from kennisbank.errors import DocumentError


def from_document_error(error: DocumentError) -> Problem:
    """Return why this file can't be read."""
    page = PageNo(error.page) if error.page else None
    return Problem(error.code, error.reason, page, "error", {"reason": error.reason})


def unsupported(suffix: str) -> Problem:
    """Return that files of this kind are not read."""
    what = f"Files of the kind “{suffix}”" if suffix else "Files without an extension"
    return Problem("unsupported", f"{what} are not read.", severity="error", values={"suffix": suffix})


def unused_list(suffix: str) -> Problem:
    """Return that this file is a list, and was not named as the list of this import."""
    message = f"“{suffix}” files are lists of papers; name it as the list of the import to use it."
    return Problem("unsupported", message, severity="error", values={"suffix": suffix})


def archive_not_opened(suffix: str) -> Problem:
    """Return that an archive inside a source is not followed."""
    message = "An archive inside a folder or an archive is not opened; import it by itself."
    return Problem("archive_not_opened", message, severity="error", values={"suffix": suffix})


def unreadable(reason: str) -> Problem:
    """Return that the system refuses this file or folder."""
    return Problem("unreadable", f"It can't be read: {reason}.", severity="error", values={"reason": reason})


def not_a_file() -> Problem:
    """Return that this is a device, a pipe or a link, which holds no paper."""
    return Problem("not_a_file", "It is a link, a pipe or a device, not a file.", severity="error")


def unsafe_name() -> Problem:
    """Return that a member's name points outside its archive."""
    return Problem("unsafe_name", "Its name points outside the archive; it was not read.", severity="error")


def damaged_archive(reason: str) -> Problem:
    """Return that an archive, or one file in it, can't be unpacked."""
    message = f"The archive can't be unpacked: {reason}."
    return Problem("damaged_archive", message, severity="error", values={"reason": reason})


def archive_too_large(reason: str) -> Problem:
    """Return that unpacking was stopped: what comes out is out of proportion to what went in."""
    message = f"Unpacking was stopped: {reason}."
    return Problem("archive_too_large", message, severity="error", values={"reason": reason})


def encrypted_member() -> Problem:
    """Return that a member of an archive asks for a password."""
    return Problem("encrypted", "The archive asks for a password for this file.", severity="error")


def changed_while_reading() -> Problem:
    """Return that a file was written to while it was being imported."""
    return Problem(
        "changed_while_reading", "The file changed while it was being read; import it again.", severity="error"
    )


def failed(reason: str) -> Problem:
    """Return that the program itself stumbled over this file; the log holds the details."""
    return Problem(
        "failed", "The program could not handle this file; the log says more.", None, "error", {"reason": reason}
    )


def same_bytes(contribution: Contribution | None, title: str) -> Problem:
    """Return that another file of this import, or the library, holds exactly the same bytes."""
    message = f"The same file was already taken as “{title}”."
    return Problem("same_file", message, severity="note", values=_named(contribution, title))


def annotated_copy(count: int) -> Problem:
    """Return that a copy of what is here carries annotations, and that the new ones among them are taken."""
    what = "an annotation" if count == 1 else f"{count} annotations"
    message = f"This copy carries {what}; what was not here yet was taken, the file itself was not."
    return Problem("annotated_copy", message, severity="note", values={"count": str(count)})


def same_body(contribution: Contribution | None, title: str) -> Problem:
    """Return that the text is the same, apart from the cover sheet."""
    message = f"The same text, apart from the cover sheet, is already here as “{title}”."
    return Problem("same_text", message, severity="note", values=_named(contribution, title))


def new_version(version: int) -> Problem:
    """Return that the file became a new version of a contribution."""
    message = f"The text differs from what is here; taken as version {version}."
    return Problem("new_version", message, severity="note", values={"version": str(version)})


def older_version(title: str) -> Problem:
    """Return that a newer version of the same file is current, and stays so."""
    message = f"An older version of “{title}”; the newer one stays current."
    return Problem("older_version", message, severity="note", values={"title": title})


def possibly_the_same(contribution: Contribution | None, title: str) -> Problem:
    """Return that title and authors agree with another contribution while the text differs: both were taken."""
    message = f"Title and authors are those of “{title}”, the text is not; both were taken."
    return Problem("possibly_the_same", message, values=_named(contribution, title))


def same_name(contribution: Contribution | None, title: str) -> Problem:
    """Return that a file of this name is in the edition with another title: taken as another contribution."""
    message = f"“{title}” in this edition has a file of the same name; taken as another contribution."
    return Problem("same_name", message, values=_named(contribution, title))


def moved_edition(old: str, new: str) -> Problem:
    """Return that a known contribution went from one edition to another."""
    message = f"It was in edition {old} and is now in {new}."
    return Problem("edition_changed", message, values={"old": old, "new": new})


def no_title() -> Problem:
    """Return that no title was found and the file's name serves as one."""
    return Problem("title_from_name", "No title was found; the file name serves as one.")


def repeated_title(title: str) -> Problem:
    """Return that an earlier file of this import was given the very same title: most likely a form's heading."""
    message = f"An earlier file of this import has the title “{title}” too; it may be the heading of a form."
    return Problem("repeated_title", message, values={"title": title})


def ambiguous_row(rows: str) -> Problem:
    """Return that several rows of the list fit this file, so none was taken."""
    return Problem("ambiguous_row", f"Several rows of the list fit this file: {rows}.", values={"rows": rows})


def no_row() -> Problem:
    """Return that the list says nothing of this file."""
    return Problem("not_in_list", "The list has no row for this file.")


def row_without_file(row: str, title: str) -> Problem:
    """Return that the list names something that did not come with it."""
    message = f"The list names “{title}” ({row}), and no file belongs to it."
    return Problem("row_without_file", message, severity="error", values={"row": row, "title": title})


def list_trouble(reason: str) -> Problem:
    """Return that a part of the list could not be read; the rest was."""
    return Problem("list_entry_skipped", reason, severity="error", values={"reason": reason})


def kept_on_undo(title: str) -> Problem:
    """Return that a contribution stays although its import was taken back: somebody worked on it since."""
    message = f"“{title}” was edited or got another file since; it was kept."
    return Problem("kept_on_undo", message, severity="note", values={"title": title})


def record_without_title() -> Problem:
    """Return that a repository's record names no title, so that nobody could find it again."""
    return Problem("record_without_title", "The record has no title; it was not taken.", severity="error")


def deleted_at_source(title: str) -> Problem:
    """Return that a repository took a record back; what is here is left to whoever has it here."""
    message = f"The repository has taken “{title}” back; here it stays."
    return Problem("deleted_at_source", message, severity="note", values={"title": title})


def _named(contribution: Contribution | None, title: str) -> dict[str, str]:
    return {"contribution": contribution.id if contribution is not None else "", "title": title}
