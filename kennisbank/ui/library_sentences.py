"""What a reader is told of this side: accounts, the keyring, the brake, room on the disk, sticks, repositories."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP

Words = tuple[str, str]
"""A sentence and a hint, in English, to be translated in the context ``Messages``."""
_SECRETS = "SecretsUnavailableError"
_STICK = "StickError"
_NOT_LOGGED_IN = "NotLoggedInError"
_NOTHING_TAKEN = str(QT_TRANSLATE_NOOP("Messages", "Nothing was taken from it. What is here stays as it is."))
_LOG_IN = str(QT_TRANSLATE_NOOP("Messages", "Ask for a new code and log in. Reading and searching need no account."))
LIBRARY_SENTENCES: Mapping[tuple[str, str], Words] = MappingProxyType(
    {
        ("ProgramTooOldError", ""): (
            str(QT_TRANSLATE_NOOP("Messages", "This Kennisbank is too old for the archive.")),
            str(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "Install the newer version to be kept up to date again. Everything that is here goes on working.",
                )
            ),
        ),
        ("NotConnectedError", ""): (
            str(QT_TRANSLATE_NOOP("Messages", "This library isn't connected to an archive.")),
            str(QT_TRANSLATE_NOOP("Messages", "Connect it on the page of the archive.")),
        ),
        (_NOT_LOGGED_IN, "ended"): (
            str(QT_TRANSLATE_NOOP("Messages", "Your session on this computer was ended.")),
            _LOG_IN,
        ),
        (_NOT_LOGGED_IN, "expired"): (
            str(QT_TRANSLATE_NOOP("Messages", "You haven't been here for a long time, so your session has expired.")),
            _LOG_IN,
        ),
        (_NOT_LOGGED_IN, "suspended"): (
            str(QT_TRANSLATE_NOOP("Messages", "Your account is suspended by the maintainer of the archive.")),
            str(
                QT_TRANSLATE_NOOP(
                    "Messages", "Reading and searching go on, and what you wrote stays here. Ask the maintainer why."
                )
            ),
        ),
        (_NOT_LOGGED_IN, "erased"): (
            str(QT_TRANSLATE_NOOP("Messages", "This account was erased at the archive.")),
            str(
                QT_TRANSLATE_NOOP(
                    "Messages", "On the page of the account you choose what becomes of it on this computer."
                )
            ),
        ),
        (_NOT_LOGGED_IN, ""): (
            str(QT_TRANSLATE_NOOP("Messages", "Nobody is logged in on this computer.")),
            str(
                QT_TRANSLATE_NOOP(
                    "Messages", "Log in on the page of the archive. Reading and searching need no account."
                )
            ),
        ),
        ("SyncBrakeError", ""): (
            str(QT_TRANSLATE_NOOP("Messages", "The archive would take much away here, so this stopped to ask you.")),
            str(QT_TRANSLATE_NOOP("Messages", "Nothing was removed. Look at the page of the archive.")),
        ),
        (_SECRETS, "none"): (
            str(QT_TRANSLATE_NOOP("Messages", "This computer has no keyring to keep your log-in in.")),
            str(QT_TRANSLATE_NOOP("Messages", "You stay logged in until you close Kennisbank; then you log in again.")),
        ),
        (_SECRETS, "locked"): (
            str(QT_TRANSLATE_NOOP("Messages", "The keyring of this computer is locked.")),
            str(
                QT_TRANSLATE_NOOP(
                    "Messages", "Unlock it and try again. Until then your log-in is kept for this visit only."
                )
            ),
        ),
        (_SECRETS, "refused"): (
            str(QT_TRANSLATE_NOOP("Messages", "The keyring of this computer said no.")),
            str(QT_TRANSLATE_NOOP("Messages", "You stay logged in until you close Kennisbank; then you log in again.")),
        ),
        (_SECRETS, ""): (
            str(QT_TRANSLATE_NOOP("Messages", "The keyring of this computer can't be used.")),
            str(QT_TRANSLATE_NOOP("Messages", "You stay logged in until you close Kennisbank; then you log in again.")),
        ),
        ("AlreadyConnectedError", ""): (
            str(QT_TRANSLATE_NOOP("Messages", "This library is connected to another archive already.")),
            str(
                QT_TRANSLATE_NOOP(
                    "Messages", "A library has one archive. Open another library in the settings, and connect that one."
                )
            ),
        ),
        ("UnsentWorkError", ""): (
            str(QT_TRANSLATE_NOOP("Messages", "Some of your work isn't in the archive yet, so nothing was removed.")),
            str(QT_TRANSLATE_NOOP("Messages", "Update first, or choose to keep it here.")),
        ),
        (_STICK, "no_stick"): (
            str(QT_TRANSLATE_NOOP("Messages", "There is no archive in this folder.")),
            str(QT_TRANSLATE_NOOP("Messages", "Choose the folder in which the file manifest stands.")),
        ),
        (_STICK, "malformed"): (
            str(QT_TRANSLATE_NOOP("Messages", "The list of what is on this stick is damaged.")),
            _NOTHING_TAKEN,
        ),
        (_STICK, "newer"): (
            str(QT_TRANSLATE_NOOP("Messages", "This stick was made by a newer Kennisbank.")),
            str(QT_TRANSLATE_NOOP("Messages", "Install the newer version to open it.")),
        ),
        (_STICK, "wrong_signature"): (
            str(QT_TRANSLATE_NOOP("Messages", "The signature of this stick isn't right: something on it was changed.")),
            _NOTHING_TAKEN,
        ),
        (_STICK, "other_archive"): (
            str(QT_TRANSLATE_NOOP("Messages", "This stick is of another archive than this library is connected to.")),
            str(QT_TRANSLATE_NOOP("Messages", "Nothing was taken from it. Open it in a library of its own.")),
        ),
        (_STICK, "other_key"): (
            str(QT_TRANSLATE_NOOP("Messages", "This stick was signed with another key than the archive has.")),
            str(QT_TRANSLATE_NOOP("Messages", "Nothing was taken from it. Ask the maintainer where it comes from.")),
        ),
        (_STICK, "unconfirmed"): (
            str(QT_TRANSLATE_NOOP("Messages", "The key of this stick isn't known here.")),
            str(QT_TRANSLATE_NOOP("Messages", "Compare the fingerprint with the one that the maintainer gives.")),
        ),
        (_STICK, "wrong_fingerprint"): (
            str(QT_TRANSLATE_NOOP("Messages", "The fingerprint isn't that of this stick.")),
            _NOTHING_TAKEN,
        ),
        (_STICK, "missing_file"): (
            str(QT_TRANSLATE_NOOP("Messages", "A file that should be on this stick is missing.")),
            str(QT_TRANSLATE_NOOP("Messages", "What was taken before it is whole, and stays. Copy the stick anew.")),
        ),
        (_STICK, "wrong_hash"): (
            str(QT_TRANSLATE_NOOP("Messages", "A file on this stick was changed or damaged.")),
            str(QT_TRANSLATE_NOOP("Messages", "What was taken before it is whole, and stays. Copy the stick anew.")),
        ),
        (_STICK, "same_folder"): (
            str(QT_TRANSLATE_NOOP("Messages", "A stick can't be copied onto itself.")),
            str(QT_TRANSLATE_NOOP("Messages", "Choose another folder.")),
        ),
        (_STICK, "not_empty"): (
            str(QT_TRANSLATE_NOOP("Messages", "There is something else in this folder.")),
            str(QT_TRANSLATE_NOOP("Messages", "Choose an empty folder.")),
        ),
        (_STICK, ""): (str(QT_TRANSLATE_NOOP("Messages", "This stick can't be used.")), _NOTHING_TAKEN),
        ("RepositoryUnreachableError", ""): (
            str(QT_TRANSLATE_NOOP("Messages", "The repository gave no answer that can be used.")),
            str(QT_TRANSLATE_NOOP("Messages", "What came before stays. Try again later.")),
        ),
        ("RepositoryRefusedError", ""): (
            str(QT_TRANSLATE_NOOP("Messages", "What answers there can't be harvested, or not so.")),
            str(
                QT_TRANSLATE_NOOP("Messages", "Look whether it is the address of a repository. What came before stays.")
            ),
        ),
        ("DiskBudgetError", ""): (
            str(QT_TRANSLATE_NOOP("Messages", "There is no room for this download.")),
            str(QT_TRANSLATE_NOOP("Messages", "Set more room aside, or remove papers that you have read.")),
        ),
    }
)
