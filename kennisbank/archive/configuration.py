"""What one archive is called and what it allows: ``archive.toml`` in its data folder, read and checked here.

Everything that names a congress stands in that file and nowhere in the program. `TEMPLATE` (in
`configuration_text`) is how it is written the first time.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from kennisbank.config.whole_files import write_whole
from kennisbank.errors import BadInputError, StorageError
from kennisbank.sentences import Language

FILE_NAME = "archive.toml"
MEBIBYTE = 1 << 20
_LINES = ("name", "foundation", "maintainer", "address", "url", "website")
_LANGUAGES: tuple[Language, ...] = ("nl", "en")
_LONGEST_WORDS = 4_000
_LONGEST_TEXT = 20_000
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")

Texts = Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much the archive takes. Sizes in mebibytes, times in seconds."""

    body_mb: int = 64
    file_mb: int = 1024
    request_s: int = 60
    connections: int = 1000
    mails_an_hour: int = 5
    attempts_an_hour: int = 20
    acts_an_hour: int = 1200
    feedback_an_hour: int = 60
    uploads_an_hour: int = 60
    comments_an_hour: int = 30
    votes_an_hour: int = 300
    proposals_an_hour: int = 100
    reports_an_hour: int = 30


@dataclass(frozen=True, slots=True)
class Retention:
    """How long the archive keeps what it needn't for ever, in days; 0 for ever."""

    audit_days: int = 730
    requests_days: int = 90
    sessions_days: int = 90
    staged_days: int = 7
    backups_days: int = 90
    remarks_days: int = 365
    newsletter_days: int = 7
    notices_days: int = 365
    receipts_days: int = 365
    hidden_days: int = 365
    erased_days: int = 365


@dataclass(frozen=True, slots=True)
class Correspondence:
    """How feedback is let through. `round`: the time of day, by this server's clock, of what is done once a day."""

    round: time = time(6)


@dataclass(frozen=True, slots=True)
class Storage:
    """Where things stand, when not in the data folder: addresses as on the command line, empty for the default."""

    database: str = ""
    files: str = ""
    mail: str = ""
    mail_from: str = ""
    backups: str = ""


@dataclass(frozen=True, slots=True)
class WebsitesConfig:
    """Where archived websites of congresses are replayed: on an origin of their own, so that they can reach nothing.

    `url` is the address at which readers reach it, empty where it is this machine's. `port` 0: the one after the
    archive's own. `unpacked_mb`: how large one may become, in mebibytes.
    """

    url: str = ""
    port: int = 0
    unpacked_mb: int = 4096


@dataclass(frozen=True, slots=True)
class ArchiveConfig:
    """An archive's own file. Texts in languages have the keys ``nl`` and ``en``; what isn't there is empty.

    `address` is the mail address of those who keep the archive, `url` the one at which readers reach it.
    """

    name: str
    approval: Literal["maintainer", "mail"] = "maintainer"
    foundation: str = ""
    maintainer: str = ""
    address: str = ""
    url: str = ""
    website: str = ""
    languages: tuple[Language, ...] = _LANGUAGES
    house_rules: Texts = field(default_factory=dict)
    privacy: Texts = field(default_factory=dict)
    next_congress: Texts = field(default_factory=dict)
    newsletter: Texts = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    retention: Retention = field(default_factory=Retention)
    storage: Storage = field(default_factory=Storage)
    correspondence: Correspondence = field(default_factory=Correspondence)
    websites: WebsitesConfig = field(default_factory=WebsitesConfig)

    @staticmethod
    def load(data: Path) -> "ArchiveConfig":
        """Read the file of the archive in the folder `data`.

        Raises:
            BadInputError: there is none, or something in it can't be; the reason is a sentence that says where.
        """
        path = data / FILE_NAME
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise BadInputError("There is no archive here. Make one with: kennisbank archive init", path) from None
        except (OSError, UnicodeDecodeError) as error:
            raise BadInputError(f"The file can't be read: {error}.", path) from error
        except tomllib.TOMLDecodeError as error:
            raise BadInputError(f"The file isn't written as it should be: {error}.", path) from error
        return _Reader(path).archive(table)

    def check(self, path: Path) -> None:
        """Look whether what would stand in the file at `path` is right.

        Raises:
            BadInputError: it isn't; the reason is a sentence that says where.
        """
        own = {name: getattr(self, name) for name in ("name", "approval", *_LINES[1:])}
        _Reader(path).archive({"archive": own})


def write_first(data: Path, config: ArchiveConfig, template: str) -> Path:
    """Write the file of a new archive: `template` with the values of `config` in it. Return where it is.

    Raises:
        StorageError: it can't be written.
    """
    values = {
        "name": config.name,
        "foundation": config.foundation,
        "maintainer": config.maintainer,
        "address": config.address,
        "url": config.url,
        "website": config.website,
        "approval": config.approval,
        "database": config.storage.database,
        "files": config.storage.files,
        "mail": config.storage.mail,
        "mail_from": config.storage.mail_from,
        "backups": config.storage.backups,
    }
    text = re.sub(r"«(\w+)»", lambda found: _toml_string(values[found.group(1)]), template)
    path = data / FILE_NAME
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StorageError(data, error.strerror or str(error)) from error
    write_whole(path, text.encode(), is_private=True)
    return path


def _toml_string(text: str) -> str:
    """Return `text` as a basic string of TOML: JSON's escapes are TOML's, but for the control character U+007F."""
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")


class _Reader:
    """Reads the tables of one file and says in a sentence what is wrong with them."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def archive(self, table: Mapping[str, Any]) -> ArchiveConfig:
        texts = ("house_rules", "privacy", "next_congress", "newsletter")
        self._known(table, ("archive", *texts, "limits", "retention", "storage", "correspondence", "websites"), "")
        own = self._table(table, "archive")
        self._known(own, (*_LINES, "languages", "approval"), "archive.")
        said = {name: self._line(own, name, "archive.") for name in _LINES}
        if not said["name"]:
            raise self._wrong("archive.name", "is empty: give the archive a name")
        self._check_addresses(said)
        return ArchiveConfig(
            **said,
            approval=self._approval(own.get("approval", "maintainer")),
            languages=self._languages(own.get("languages", list(_LANGUAGES))),
            house_rules=self._texts(table, "house_rules"),
            privacy=self._texts(table, "privacy"),
            next_congress=self._texts(table, "next_congress"),
            newsletter=self._texts(table, "newsletter"),
            limits=Limits(**self._numbers(table, "limits", Limits(), least=1)),
            retention=Retention(**self._numbers(table, "retention", Retention(), least=0)),
            storage=self._storage(table),
            correspondence=self._correspondence(table),
            websites=self._websites(table),
        )

    def _correspondence(self, table: Mapping[str, Any]) -> Correspondence:
        own = self._table(table, "correspondence")
        self._known(own, ("round",), "correspondence.")
        if "round" not in own:
            return Correspondence()
        said = self._line(own, "round", "correspondence.")
        if not _TIME.fullmatch(said):
            raise self._wrong("correspondence.round", 'is a time of day, as "06:00"')
        return Correspondence(time.fromisoformat(said))

    def _websites(self, table: Mapping[str, Any]) -> WebsitesConfig:
        own = dict(self._table(table, "websites"))
        url = self._line(own, "url", "websites.")
        if url and urlsplit(url).scheme not in {"https", "http"}:
            raise self._wrong("websites.url", "is no address of a website: it begins with https://")
        own.pop("url", None)
        numbers = self._numbers({"websites": own}, "websites", WebsitesConfig(), least=0)
        return WebsitesConfig(url=url, **numbers)

    def _storage(self, table: Mapping[str, Any]) -> Storage:
        own = self._table(table, "storage")
        names = ("database", "files", "mail", "mail_from", "backups")
        self._known(own, names, "storage.")
        return Storage(**{name: self._line(own, name, "storage.") for name in names})

    def _check_addresses(self, said: Mapping[str, str]) -> None:
        if said["address"] and not _MAIL.fullmatch(said["address"]):
            raise self._wrong("archive.address", "is no mail address")
        for name in ("url", "website"):
            if said[name] and urlsplit(said[name]).scheme not in {"https", "http"}:
                raise self._wrong(f"archive.{name}", "is no address of a website: it begins with https://")

    def _approval(self, value: object) -> Literal["maintainer", "mail"]:
        if value != "maintainer" and value != "mail":  # noqa: PLR1714 -- this way mypy sees which two it is
            raise self._wrong("archive.approval", 'is "maintainer" or "mail"')
        return value

    def _languages(self, value: object) -> tuple[Language, ...]:
        if not isinstance(value, list) or not value or any(each not in _LANGUAGES for each in value):
            raise self._wrong("archive.languages", 'is a list of "nl" and "en"')
        return tuple(dict.fromkeys(value))

    def _texts(self, table: Mapping[str, Any], name: str) -> Texts:
        own = self._table(table, name)
        self._known(own, _LANGUAGES, f"{name}.")
        texts = {language: self._line(own, language, f"{name}.", most=_LONGEST_TEXT) for language in _LANGUAGES}
        return {language: text for language, text in texts.items() if text}

    def _numbers(self, table: Mapping[str, Any], name: str, default: object, *, least: int) -> dict[str, int]:
        own = self._table(table, name)
        names = tuple(default.__dataclass_fields__)  # type: ignore[attr-defined]  # of a dataclass, as both callers give
        self._known(own, names, f"{name}.")
        for key, value in own.items():
            if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= 10**6:
                raise self._wrong(f"{name}.{key}", f"is a whole number from {least} to a million")
        return dict(own)

    def _table(self, table: Mapping[str, Any], name: str) -> dict[str, Any]:
        own = table.get(name, {})
        if not isinstance(own, dict):
            raise self._wrong(name, f"is a table: [{name}] on a line of its own")
        return own

    def _line(self, table: Mapping[str, Any], name: str, prefix: str, *, most: int = _LONGEST_WORDS) -> str:
        value = table.get(name, "")
        if not isinstance(value, str):
            raise self._wrong(prefix + name, "is a text, between quotation marks")
        if len(value) > most:
            raise self._wrong(prefix + name, f"has more than {most} characters")
        return value.strip()

    def _known(self, table: Mapping[str, Any], names: tuple[str, ...], prefix: str) -> None:
        for name in table:
            if name not in names:
                raise self._wrong(prefix + name, f"is unknown; known are {', '.join(names)}")

    def _wrong(self, name: str, what: str) -> BadInputError:
        return BadInputError(f"In {FILE_NAME}, {name} {what}.", self._path)
