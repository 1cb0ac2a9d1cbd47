"""From what was typed to an open archive: its folder, its file, and where its database, files and mail are."""

import os
import re
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from kennisbank.archive.commands.command_arguments import default_data
from kennisbank.archive.configuration import FILE_NAME, ArchiveConfig, Storage, write_first
from kennisbank.archive.configuration_text import TEMPLATE
from kennisbank.archive.mail.post import Post
from kennisbank.archive.mail.posting import open_post
from kennisbank.archive.world import Archive

ENVIRONMENT: Mapping[str, str] = MappingProxyType(
    {
        "database": "KENNISBANK_ARCHIVE_DATABASE",
        "files": "KENNISBANK_ARCHIVE_FILES",
        "mail": "KENNISBANK_ARCHIVE_MAIL",
    }
)
"""Where addresses may stand that hold a password: in no file, and in no list of processes."""
_SAID = ("foundation", "maintainer", "address", "url")
_PASSWORD = re.compile(r"[a-z0-9+.-]+://[^/@]*:[^/@]+@", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """An archive's folder and file, and where its parts are; opened by `open`."""

    data: Path
    config: ArchiveConfig

    @staticmethod
    def of(arguments: Namespace) -> "Place":
        """Return the place that the command line names; what it says goes before the environment and the file.

        Raises:
            BadInputError: there is no archive, or its file isn't right.
        """
        data = data_of(arguments)
        config = ArchiveConfig.load(data)
        return Place(data, replace(config, storage=storage_of(arguments, config)))

    def open(self) -> Archive:
        """Open the archive; made, or migrated, where that is needed.

        Raises:
            BadInputError, DatabaseError, StorageError: as `Archive.open`.
        """
        storage = self.config.storage
        return Archive.open(self.data, database=storage.database or None, files=storage.files or None)

    def post(self) -> Post:
        """Return the way out for messages.

        Raises:
            BadInputError: its address can't be understood.
        """
        return open_post(self.config.storage.mail, self.data / "mail")


def data_of(arguments: Namespace) -> Path:
    """Return the folder of the archive that is meant."""
    return (arguments.data or default_data()).expanduser().absolute()


def storage_of(arguments: Namespace, config: ArchiveConfig) -> Storage:
    """Return where the parts of an archive are: as was typed, else as the environment says, else as its file does."""
    chosen = {name: _chosen(arguments, name) or getattr(config.storage, name) for name in ENVIRONMENT}
    return replace(config.storage, **chosen)


def has_archive(data: Path) -> bool:
    """Tell whether there is an archive in a folder."""
    return (data / FILE_NAME).exists()


def make_place(arguments: Namespace, name: str) -> Place:
    """Write the file of a new archive, called `name`, and return where it is. Addresses with a password aren't written.

    Raises:
        BadInputError: what was typed can't stand in it; nothing was written.
        StorageError: it can't be written.
    """
    data = data_of(arguments)
    chosen = {each: _chosen(arguments, each) for each in ENVIRONMENT}
    storage = Storage(**{each: "" if holds_password(address) else address for each, address in chosen.items()})
    said: dict[str, Any] = {each: getattr(arguments, each, "") for each in _SAID}
    approval: Literal["maintainer", "mail"] = getattr(arguments, "approval", "maintainer")
    config = ArchiveConfig(name, approval, **said, storage=storage)
    config.check(data / FILE_NAME)
    write_first(data, config, TEMPLATE)
    return Place.of(arguments)


def typed_passwords(arguments: Namespace) -> list[str]:
    """Return the environment variables in which addresses should stand that were typed with a password in them."""
    return [variable for name, variable in ENVIRONMENT.items() if holds_password(getattr(arguments, name, None) or "")]


def holds_password(address: str) -> bool:
    """Tell whether an address has a password in it."""
    return _PASSWORD.match(address) is not None


def _chosen(arguments: Namespace, name: str) -> str:
    typed = getattr(arguments, name, None)
    return typed if typed is not None else os.environ.get(ENVIRONMENT[name], "")
