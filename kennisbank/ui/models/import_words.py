"""How an import speaks of a file: where it stands, why in a few words, and what one can do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kennisbank.domain.document import Problem
from kennisbank.domain.reports import FileReport

Standing = Literal["ready", "look", "exists", "cannot"]
STANDINGS: tuple[Standing, ...] = ("ready", "look", "exists", "cannot")
Tone = Literal["quiet", "ok", "warn", "bad"]
_CONTEXT = "ImportWords"


@dataclass(frozen=True, slots=True)
class Look:
    """How a standing is shown: icon, tone, its word before and after importing, and its word below a total."""

    icon: str
    tone: Tone
    before: str
    after: str
    total: str


_LOOKS: Mapping[Standing, Look] = MappingProxyType(
    {
        "ready": Look(
            "check",
            "ok",
            str(QT_TRANSLATE_NOOP("ImportWords", "Ready")),
            str(QT_TRANSLATE_NOOP("ImportWords", "Imported")),
            str(QT_TRANSLATE_NOOP("ImportWords", "ready")),
        ),
        "look": Look(
            "warn",
            "warn",
            str(QT_TRANSLATE_NOOP("ImportWords", "Look again")),
            str(QT_TRANSLATE_NOOP("ImportWords", "Look again")),
            str(QT_TRANSLATE_NOOP("ImportWords", "look again")),
        ),
        "exists": Look(
            "link",
            "quiet",
            str(QT_TRANSLATE_NOOP("ImportWords", "Exists already")),
            str(QT_TRANSLATE_NOOP("ImportWords", "Exists already")),
            str(QT_TRANSLATE_NOOP("ImportWords", "exist already")),
        ),
        "cannot": Look(
            "error",
            "bad",
            str(QT_TRANSLATE_NOOP("ImportWords", "Cannot")),
            str(QT_TRANSLATE_NOOP("ImportWords", "Cannot")),
            str(QT_TRANSLATE_NOOP("ImportWords", "cannot")),
        ),
    }
)

_IN_SHORT: Mapping[str, str] = MappingProxyType(
    {
        "encrypted": str(QT_TRANSLATE_NOOP("ImportWords", "Asks for a password")),
        "empty": str(QT_TRANSLATE_NOOP("ImportWords", "File is empty")),
        "no_pages": str(QT_TRANSLATE_NOOP("ImportWords", "No pages")),
        "no_text": str(QT_TRANSLATE_NOOP("ImportWords", "Scan without text")),
        "damaged": str(QT_TRANSLATE_NOOP("ImportWords", "Damaged")),
        "crashed": str(QT_TRANSLATE_NOOP("ImportWords", "Can't be read safely")),
        "timed_out": str(QT_TRANSLATE_NOOP("ImportWords", "Takes too long")),
        "too_large": str(QT_TRANSLATE_NOOP("ImportWords", "Too large")),
        "not_what_it_says": str(QT_TRANSLATE_NOOP("ImportWords", "Not what its name says")),
        "unsupported": str(QT_TRANSLATE_NOOP("ImportWords", "Kind isn't read")),
        "unreadable": str(QT_TRANSLATE_NOOP("ImportWords", "No access")),
        "not_a_file": str(QT_TRANSLATE_NOOP("ImportWords", "Not a file")),
        "unsafe_name": str(QT_TRANSLATE_NOOP("ImportWords", "Unsafe name")),
        "archive_not_opened": str(QT_TRANSLATE_NOOP("ImportWords", "Archive in an archive")),
        "damaged_archive": str(QT_TRANSLATE_NOOP("ImportWords", "Archive is damaged")),
        "archive_too_large": str(QT_TRANSLATE_NOOP("ImportWords", "Archive is too large")),
        "changed_while_reading": str(QT_TRANSLATE_NOOP("ImportWords", "Changed meanwhile")),
        "failed": str(QT_TRANSLATE_NOOP("ImportWords", "Our fault")),
        "same_file": str(QT_TRANSLATE_NOOP("ImportWords", "Same file")),
        "same_text": str(QT_TRANSLATE_NOOP("ImportWords", "Same text")),
        "new_version": str(QT_TRANSLATE_NOOP("ImportWords", "New version")),
        "older_version": str(QT_TRANSLATE_NOOP("ImportWords", "Older version")),
        "possibly_the_same": str(QT_TRANSLATE_NOOP("ImportWords", "Same title and authors")),
        "same_name": str(QT_TRANSLATE_NOOP("ImportWords", "Same file name")),
        "edition_changed": str(QT_TRANSLATE_NOOP("ImportWords", "Another edition")),
        "title_from_name": str(QT_TRANSLATE_NOOP("ImportWords", "No title found")),
        "repeated_title": str(QT_TRANSLATE_NOOP("ImportWords", "Title of another file too")),
        "ambiguous_row": str(QT_TRANSLATE_NOOP("ImportWords", "Several rows fit")),
        "not_in_list": str(QT_TRANSLATE_NOOP("ImportWords", "Not in the list")),
        "row_without_file": str(QT_TRANSLATE_NOOP("ImportWords", "Rows without a file")),
        "list_entry_skipped": str(QT_TRANSLATE_NOOP("ImportWords", "Rows not understood")),
        "kept_on_undo": str(QT_TRANSLATE_NOOP("ImportWords", "Kept: edited since")),
        "annotations_kept": str(QT_TRANSLATE_NOOP("ImportWords", "Annotations only kept")),
        "annotations_damaged": str(QT_TRANSLATE_NOOP("ImportWords", "Annotations damaged")),
        "annotations_cut": str(QT_TRANSLATE_NOOP("ImportWords", "Too many annotations")),
        "annotated_copy": str(QT_TRANSLATE_NOOP("ImportWords", "Annotated copy")),
    }
)

_ADVICE: Mapping[str, str] = MappingProxyType(
    {
        "encrypted": str(
            QT_TRANSLATE_NOOP("ImportWords", "Ask for a copy without a password, or save one, and import that.")
        ),
        "empty": str(QT_TRANSLATE_NOOP("ImportWords", "Ask for the file again: nothing is in it.")),
        "no_pages": str(QT_TRANSLATE_NOOP("ImportWords", "Open it in its own program and save it again.")),
        "no_text": str(
            QT_TRANSLATE_NOOP(
                "ImportWords",
                "Its pages are pictures of text, and can be found by title and authors only until they have been read. "
                "Check those two.",
            )
        ),
        "damaged": str(
            QT_TRANSLATE_NOOP("ImportWords", "Open it in its own program and save it again, or ask for another copy.")
        ),
        "crashed": str(QT_TRANSLATE_NOOP("ImportWords", "Save it as a new PDF in another program and import that.")),
        "timed_out": str(QT_TRANSLATE_NOOP("ImportWords", "Save it as a new PDF in another program and import that.")),
        "too_large": str(QT_TRANSLATE_NOOP("ImportWords", "Part it, or save it with smaller pictures.")),
        "not_what_it_says": str(QT_TRANSLATE_NOOP("ImportWords", "Give it the extension of what it really is.")),
        "unsupported": str(QT_TRANSLATE_NOOP("ImportWords", "Save it as PDF, DOCX, PPTX, ODT, HTML or plain text.")),
        "unreadable": str(QT_TRANSLATE_NOOP("ImportWords", "Mend the permissions of the file, then import again.")),
        "archive_not_opened": str(QT_TRANSLATE_NOOP("ImportWords", "Unpack it, or import it by itself.")),
        "damaged_archive": str(
            QT_TRANSLATE_NOOP("ImportWords", "Make the archive again, or import the files unpacked.")
        ),
        "archive_too_large": str(QT_TRANSLATE_NOOP("ImportWords", "Unpack it by hand and import the folder.")),
        "changed_while_reading": str(QT_TRANSLATE_NOOP("ImportWords", "Import it again when nobody is writing in it.")),
        "failed": str(
            QT_TRANSLATE_NOOP("ImportWords", "The other files were not harmed; the log of the library says more.")
        ),
        "same_file": str(QT_TRANSLATE_NOOP("ImportWords", "Nothing needs to be done.")),
        "same_text": str(QT_TRANSLATE_NOOP("ImportWords", "Nothing needs to be done.")),
        "possibly_the_same": str(QT_TRANSLATE_NOOP("ImportWords", "Compare the two; keep both if they differ.")),
        "same_name": str(QT_TRANSLATE_NOOP("ImportWords", "Check that it is another contribution.")),
        "edition_changed": str(QT_TRANSLATE_NOOP("ImportWords", "Check the edition below.")),
        "title_from_name": str(QT_TRANSLATE_NOOP("ImportWords", "Type the title below.")),
        "repeated_title": str(QT_TRANSLATE_NOOP("ImportWords", "Check the title below.")),
        "ambiguous_row": str(
            QT_TRANSLATE_NOOP("ImportWords", "Make the file names in the list unique, or fill in the fields below.")
        ),
        "not_in_list": str(QT_TRANSLATE_NOOP("ImportWords", "Add a row to the list, or check the fields below.")),
        "row_without_file": str(
            QT_TRANSLATE_NOOP("ImportWords", "Add the missing files and import again; what is here is recognised.")
        ),
        "list_entry_skipped": str(QT_TRANSLATE_NOOP("ImportWords", "Mend these rows in the list and import again.")),
        "annotations_kept": str(QT_TRANSLATE_NOOP("ImportWords", "Nothing needs to be done.")),
        "annotations_damaged": str(QT_TRANSLATE_NOOP("ImportWords", "Read them in the program that made them.")),
        "annotations_cut": str(QT_TRANSLATE_NOOP("ImportWords", "Read them in the program that made them.")),
        "annotated_copy": str(QT_TRANSLATE_NOOP("ImportWords", "Nothing needs to be done.")),
    }
)


def standing_of(report: FileReport) -> Standing:
    """Return where a file stands: what is taken without a warning is ready, what is here already exists."""
    if report.verdict == "rejected":
        return "cannot"
    if report.verdict == "duplicate" or (report.verdict == "unchanged" and report.contribution is not None):
        return "exists"
    return "look" if any(each.severity != "note" for each in report.problems) else "ready"


def look_of(standing: Standing) -> Look:
    """Return how a standing is shown."""
    return _LOOKS[standing]


def word_of(standing: Standing, *, is_rehearsal: bool) -> str:
    """Return the word of a standing, in the language in force."""
    look = _LOOKS[standing]
    return QCoreApplication.translate(_CONTEXT, look.before if is_rehearsal else look.after)


def total_word_of(standing: Standing, *, is_rehearsal: bool) -> str:
    """Return the word that stands beside a total."""
    if standing == "ready" and not is_rehearsal:
        return QCoreApplication.translate("ImportWords", "imported")
    return QCoreApplication.translate(_CONTEXT, _LOOKS[standing].total)


def reason_of(report: FileReport) -> str:
    """Return in a few words why a file stands where it does: its gravest problem, the first of those."""
    if not report.problems:
        changes = report.verdict == "updated"
        return QCoreApplication.translate("ImportWords", "Fields brought up to date") if changes else ""
    order = {"error": 0, "warning": 1}
    return in_short(min(report.problems, key=lambda each: order.get(each.severity, 2)))


def in_short(problem: Problem) -> str:
    """Return a problem in a few words."""
    words = _IN_SHORT.get(problem.code)
    return QCoreApplication.translate(_CONTEXT, words) if words else problem.message


def advice_for(problem: Problem) -> str:
    """Return what one can do about a problem; empty where nothing needs to be done or nothing is known to help."""
    words = _ADVICE.get(problem.code)
    return QCoreApplication.translate(_CONTEXT, words) if words else ""
