"""What a reader is told of an archive that gave no answer, said no, or isn't what it should be."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP

Words = tuple[str, str]
"""A sentence and a hint, in English, to be translated in the context ``Messages``."""
_UNREACHABLE = "ArchiveUnreachableError"
_REFUSED = "ArchiveRefusedError"
_UNTRUSTED = "ArchiveUntrustedError"
_SAFE_LATER = str(
    QT_TRANSLATE_NOOP("Messages", "Nothing is lost. What is here can be read and searched; it is tried again later.")
)
_NOTHING_TAKEN = str(QT_TRANSLATE_NOOP("Messages", "Nothing was taken from it. What is here stays as it is."))
_ASK_MAINTAINER = str(QT_TRANSLATE_NOOP("Messages", "Ask the maintainer of the archive, and tell what you see here."))
_LOG_IN = str(QT_TRANSLATE_NOOP("Messages", "Ask for a new code and log in. Reading and searching need no account."))
_CODE_HINT = str(
    QT_TRANSLATE_NOOP(
        "Messages", "A code works once and for a short time only. Look whether it is the newest, or ask for another."
    )
)
ARCHIVE_SENTENCES: Mapping[tuple[str, str], Words] = MappingProxyType(
    {
        (_UNREACHABLE, "offline"): (
            str(QT_TRANSLATE_NOOP("Messages", "This computer has no network now.")),
            _SAFE_LATER,
        ),
        (_UNREACHABLE, "unreachable"): (
            str(QT_TRANSLATE_NOOP("Messages", "The archive doesn't answer at this address.")),
            _SAFE_LATER,
        ),
        (_UNREACHABLE, "timed_out"): (
            str(QT_TRANSLATE_NOOP("Messages", "The archive took too long to answer.")),
            _SAFE_LATER,
        ),
        (_UNREACHABLE, "busy"): (str(QT_TRANSLATE_NOOP("Messages", "The archive is busy now.")), _SAFE_LATER),
        (_UNREACHABLE, "broken_off"): (
            str(QT_TRANSLATE_NOOP("Messages", "The connection to the archive was broken off.")),
            str(QT_TRANSLATE_NOOP("Messages", "What came until then is kept; the rest is fetched the next time.")),
        ),
        (_UNREACHABLE, "erasure_unknown"): (
            str(QT_TRANSLATE_NOOP("Messages", "No answer came, so it isn't known yet whether you were erased.")),
            str(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "Nothing was removed here. The next update finds out, and goes on with it on this computer.",
                )
            ),
        ),
        (_UNREACHABLE, ""): (str(QT_TRANSLATE_NOOP("Messages", "The archive can't be reached now.")), _SAFE_LATER),
        (_REFUSED, "protocol_too_old"): (
            str(QT_TRANSLATE_NOOP("Messages", "This Kennisbank is too old for the archive.")),
            str(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "Install the newer version to be kept up to date again. Everything that is here goes on working.",
                )
            ),
        ),
        (_REFUSED, "other_epoch"): (
            str(QT_TRANSLATE_NOOP("Messages", "The archive was put back from a backup.")),
            str(QT_TRANSLATE_NOOP("Messages", "Update once more: all is then compared anew, and nothing is lost.")),
        ),
        (_REFUSED, "not_logged_in"): (
            str(QT_TRANSLATE_NOOP("Messages", "The archive doesn't take this code or log-in.")),
            _CODE_HINT,
        ),
        (_REFUSED, "wrong_code"): (
            str(QT_TRANSLATE_NOOP("Messages", "This code isn't right, or no longer.")),
            _CODE_HINT,
        ),
        (_REFUSED, "last_maintainer"): (
            str(
                QT_TRANSLATE_NOOP("Messages", "The archive would be left without a maintainer, so nothing was changed.")
            ),
            str(QT_TRANSLATE_NOOP("Messages", "Make somebody else a maintainer first.")),
        ),
        (_REFUSED, "session_ended"): (
            str(QT_TRANSLATE_NOOP("Messages", "You were logged out at the archive.")),
            _LOG_IN,
        ),
        (_REFUSED, "forbidden"): (
            str(QT_TRANSLATE_NOOP("Messages", "Your account may not do this at the archive.")),
            _ASK_MAINTAINER,
        ),
        (_REFUSED, "not_approved"): (
            str(QT_TRANSLATE_NOOP("Messages", "Your account isn't approved yet.")),
            str(
                QT_TRANSLATE_NOOP("Messages", "You get a message as soon as it is. What you write is kept until then.")
            ),
        ),
        (_REFUSED, "suspended"): (
            str(QT_TRANSLATE_NOOP("Messages", "Your account is suspended by the maintainer of the archive.")),
            str(
                QT_TRANSLATE_NOOP(
                    "Messages", "Reading and searching go on, and what you wrote stays here. Ask the maintainer why."
                )
            ),
        ),
        (_REFUSED, "not_found"): (
            str(QT_TRANSLATE_NOOP("Messages", "The archive doesn't have this any more.")),
            str(QT_TRANSLATE_NOOP("Messages", "Update to see what has changed.")),
        ),
        (_REFUSED, "withdrawn"): (
            str(QT_TRANSLATE_NOOP("Messages", "This was withdrawn from the archive.")),
            str(QT_TRANSLATE_NOOP("Messages", "Its title and the reason stay; your own notes stay too.")),
        ),
        (_REFUSED, "gone"): (
            str(QT_TRANSLATE_NOOP("Messages", "This is no longer in the archive.")),
            str(QT_TRANSLATE_NOOP("Messages", "What you wrote stays on this computer.")),
        ),
        (_REFUSED, "too_large"): (
            str(QT_TRANSLATE_NOOP("Messages", "This is larger than the archive takes.")),
            str(QT_TRANSLATE_NOOP("Messages", "It stays on this computer. Make it shorter, then try again.")),
        ),
        (_REFUSED, "invalid"): (
            str(QT_TRANSLATE_NOOP("Messages", "The archive doesn't take this as it is.")),
            str(QT_TRANSLATE_NOOP("Messages", "Look at what you filled in, then try again. Nothing is lost.")),
        ),
        (_REFUSED, "too_many"): (
            str(QT_TRANSLATE_NOOP("Messages", "That was asked too often in a short time.")),
            str(QT_TRANSLATE_NOOP("Messages", "Wait a few minutes, then try again.")),
        ),
        (_REFUSED, "other_content"): (
            str(QT_TRANSLATE_NOOP("Messages", "The archive holds something else under this name already.")),
            _ASK_MAINTAINER,
        ),
        (_REFUSED, "full"): (
            str(QT_TRANSLATE_NOOP("Messages", "The archive has no room left.")),
            str(QT_TRANSLATE_NOOP("Messages", "What you wrote waits here. The maintainer has to make room.")),
        ),
        (_REFUSED, "busy"): (str(QT_TRANSLATE_NOOP("Messages", "The archive is busy now.")), _SAFE_LATER),
        (_REFUSED, "bug"): (
            str(QT_TRANSLATE_NOOP("Messages", "Something went wrong at the archive.")),
            _SAFE_LATER,
        ),
        (_REFUSED, ""): (
            str(QT_TRANSLATE_NOOP("Messages", "The archive said no to this.")),
            _ASK_MAINTAINER,
        ),
        (_UNTRUSTED, "insecure"): (
            str(QT_TRANSLATE_NOOP("Messages", "This address isn't secure: it begins with http instead of https.")),
            str(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "Nothing was sent. Put https:// before the address, or ask the maintainer for the right one.",
                )
            ),
        ),
        (_UNTRUSTED, "no_archive"): (
            str(QT_TRANSLATE_NOOP("Messages", "What answers here is no archive but a web page, or another program.")),
            str(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "Look whether the address is right. On a guest network, log in to the network in your browser "
                    "first.",
                )
            ),
        ),
        (_UNTRUSTED, "malformed"): (
            str(QT_TRANSLATE_NOOP("Messages", "What the archive answered can't be understood.")),
            _NOTHING_TAKEN,
        ),
        (_UNTRUSTED, "other_archive"): (
            str(QT_TRANSLATE_NOOP("Messages", "At this address now answers another archive than before.")),
            str(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "Nothing was taken from it. Ask the maintainer whether this is meant; a second archive goes in a "
                    "library of its own.",
                )
            ),
        ),
        (_UNTRUSTED, "revision_back"): (
            str(QT_TRANSLATE_NOOP("Messages", "The archive is older than it was, and doesn't say why.")),
            str(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "Nothing was taken from it. Ask the maintainer: it may have been put back from a backup.",
                )
            ),
        ),
        (_UNTRUSTED, "other_key"): (
            str(QT_TRANSLATE_NOOP("Messages", "The archive has another key than when you connected.")),
            str(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "Nothing was taken from it. Ask the maintainer for the fingerprint before you connect anew.",
                )
            ),
        ),
        (_UNTRUSTED, "wrong_hash"): (
            str(QT_TRANSLATE_NOOP("Messages", "What came isn't what the archive said it would be.")),
            str(QT_TRANSLATE_NOOP("Messages", "It was thrown away. Try again; if it stays so, tell the maintainer.")),
        ),
        (_UNTRUSTED, "too_large"): (
            str(QT_TRANSLATE_NOOP("Messages", "The answer was larger than an archive sends, and was broken off.")),
            _NOTHING_TAKEN,
        ),
        (_UNTRUSTED, "endless"): (
            str(QT_TRANSLATE_NOOP("Messages", "The archive kept sending the same without an end, and was stopped.")),
            _NOTHING_TAKEN,
        ),
        (_UNTRUSTED, "redirected"): (
            str(QT_TRANSLATE_NOOP("Messages", "This address leads on to another one, and that isn't followed.")),
            str(QT_TRANSLATE_NOOP("Messages", "Ask the maintainer for the address of the archive itself.")),
        ),
        (_UNTRUSTED, "wrong_signature"): (
            str(QT_TRANSLATE_NOOP("Messages", "The signature of this stick isn't right: something on it was changed.")),
            _NOTHING_TAKEN,
        ),
        (_UNTRUSTED, "unknown_key"): (
            str(QT_TRANSLATE_NOOP("Messages", "The key of this stick isn't known here.")),
            str(QT_TRANSLATE_NOOP("Messages", "Compare the fingerprint with the one that the maintainer gives.")),
        ),
        (_UNTRUSTED, ""): (
            str(QT_TRANSLATE_NOOP("Messages", "What answers at this address isn't trusted.")),
            _NOTHING_TAKEN,
        ),
    }
)
