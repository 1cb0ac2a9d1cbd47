"""Taking in a website as it was kept: looked through, unpacked once, kept as it came beside the archive's files."""

import hashlib
import shutil
import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Literal
from urllib.parse import quote, urlsplit
from uuid import uuid4

from sqlalchemy import select

from kennisbank.archive.configuration import MEBIBYTE, ArchiveConfig
from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.database.moments import stamp, utc_now
from kennisbank.archive.files.file_store import is_hash
from kennisbank.archive.schema.website_tables import websites
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.web.faults import FaultError
from kennisbank.archive.websites.site import Site, SiteWriter
from kennisbank.archive.websites.warcs import host_of, take_warc
from kennisbank.archive.websites.zips import take_zip
from kennisbank.archive.world import Archive
from kennisbank.errors import BadInputError, StorageError
from kennisbank.sync.protocol import Record

FOLDER = "websites"
_REMEMBERED = 8
_MOST_RATIO = 100
"""How many times larger a website becomes, unpacked: text packs ten times smaller, what is made to harm a thousand."""
_SMALL = 16 << 20
"""Bytes that anything may become."""


class Websites:
    """The archived websites of one archive. `address` is where they are replayed. From any thread."""

    def __init__(
        self, archive: Archive, config: ArchiveConfig, address: str, *, clock: Callable[[], datetime] = utc_now
    ) -> None:
        """Keep those of `archive`; an address in its file stands above `address`."""
        self._archive = archive
        self._config = config
        self._clock = clock
        self._folder = archive.data / FOLDER
        self._sites: OrderedDict[str, Site] = OrderedDict()
        self._lock = threading.Lock()
        self.address = ""
        self.reached_at(address)

    def reached_at(self, address: str) -> str:
        """Say where websites are replayed by this server; return where readers find them."""
        self.address = (self._config.websites.url or address).rstrip("/")
        return self.address

    def waiting(self) -> Path:
        """Return a new place for the bytes of a website that come in; whoever asks removes them.

        Raises:
            StorageError: the folder can't be used.
        """
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise StorageError(self._folder, error.strerror or str(error)) from error
        return self._folder / f"incoming-{uuid4()}"

    def put(self, edition: str, file: Path, actor: str) -> Record:
        """Take in a zip or a WARC file as the website of an edition, and return the edition's record as it is then.

        Raises:
            FaultError: ``not_found``; ``invalid``: it can't be a website, and why.
            StorageError, DatabaseError: it can't be kept.
        """
        with self._archive.read() as tx:
            before = _edition(tx, edition)
        file_hash = _hash(file)
        try:
            site = self._unpacked(file, file_hash, _hosts(before))
        except BadInputError as error:
            raise FaultError("invalid", detail=str(error)) from error
        size = file.stat().st_size
        self._archive.take_file(file, file_hash)
        with self._archive.write() as tx:
            tx.counter.lock()
            record = _edition(tx, edition)
            assert record.body is not None, "it was asked for"
            query = select(websites.c.hash).where(websites.c.edition == edition)
            known = tx.connection.execute(query).scalar()
            tx.files.hold(file_hash, _holder(edition, file_hash))
            if known is not None and known != file_hash:
                tx.files.let_go(_holder(edition, known))
            kept = file_format(file)
            row = {"hash": file_hash, "size": size, "format": kept, "pages": len(site.pages)}
            row["added"] = stamp(self._clock())
            put = insert_into(websites, tx.connection).values(edition=edition, **row)
            tx.connection.execute(put.on_conflict_do_update(index_elements=[websites.c.edition], set_=row))
            body = {**record.body, "website": self.address_of(record.body["code"]), "website_kind": "archived"}
            tx.records.put_public("edition", edition, body)
            tx.audit.add(actor, "website_archived", edition, f"{len(site.pages)} pages")
            record = _edition(tx, edition)
        self._tidy()
        return record

    def address_of(self, code: str) -> str:
        """Return where the website of the edition with this code is replayed."""
        return f"{self.address}/{quote(code, safe='')}/"

    def site_of(self, edition: str) -> tuple[str, Site] | None:
        """Return the website of an edition with the hash of the file that it came in; None: it has none.

        What was unpacked is unpacked anew where it is missing: after a restore, or a change of this program.

        Raises:
            StorageError, DatabaseError: it can't be read.
        """
        with self._archive.read() as tx:
            query = select(websites.c.hash, websites.c.format).where(websites.c.edition == edition)
            row = tx.connection.execute(query).first()
            before = None if row is None else tx.records.get("edition", edition)
        if row is None or before is None:
            return None
        return row.hash, self._loaded(row.hash, _hosts(before))

    def _loaded(self, file_hash: str, hosts: tuple[str, ...]) -> Site:
        """Return the site of a file; the ones asked for last are remembered: an index may be of many pages."""
        with self._lock:
            site = self._sites.pop(file_hash, None) or Site.load(self._folder / file_hash)
            site = site or self._again(file_hash, hosts)
            self._sites[file_hash] = site
            while len(self._sites) > _REMEMBERED:
                self._sites.popitem(last=False)
        return site

    def _tidy(self) -> None:
        """Remove what was unpacked of websites that no edition has any longer."""
        with self._archive.read() as tx:
            wanted = set(tx.connection.execute(select(websites.c.hash)).scalars())
        for folder in self._folder.iterdir():
            if is_hash(folder.name) and folder.name not in wanted:
                shutil.rmtree(folder, ignore_errors=True)

    def _again(self, file_hash: str, hosts: tuple[str, ...]) -> Site:
        file = self.waiting()
        try:
            with file.open("wb") as copy:
                for piece in self._archive.files.read(file_hash):
                    copy.write(piece)
            return self._unpacked(file, file_hash, hosts)
        except (BadInputError, OSError) as error:
            raise StorageError(file, str(error)) from error
        finally:
            file.unlink(missing_ok=True)

    def _unpacked(self, file: Path, file_hash: str, hosts: tuple[str, ...]) -> Site:
        """Return what a file holds, unpacked into its folder; whoever is last to unpack the same one wins.

        Raises:
            BadInputError: it can't be a website.
        """
        made = self._folder / f"making-{uuid4()}"
        made.mkdir(mode=0o700)
        try:
            _unpack(file, made, self._config.websites.unpacked_mb * MEBIBYTE, hosts)
            target = self._folder / file_hash
            shutil.rmtree(target, ignore_errors=True)
            made.rename(target)
        except OSError as error:
            raise StorageError(made, error.strerror or str(error)) from error
        finally:
            shutil.rmtree(made, ignore_errors=True)
        site = Site.load(target)
        assert site is not None, "it was written a moment ago"
        return site


def file_format(file: Path) -> Literal["zip", "warc"] | None:
    """Return what a file is, by its first bytes; None: something else."""
    with file.open("rb") as opened:
        begins = opened.read(8)
    if begins.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    return "warc" if begins.startswith((b"WARC/", b"\x1f\x8b", b"filedesc")) else None


def _unpack(file: Path, folder: Path, most: int, hosts: tuple[str, ...]) -> None:
    kind = file_format(file)
    if kind is None:
        raise BadInputError("It is neither a zip nor a WARC file.")
    writer = SiteWriter(folder, min(most, max(_SMALL, _MOST_RATIO * file.stat().st_size)))
    try:
        if kind == "zip":
            writer.finish(take_zip(file, writer), hosts)
        else:
            writer.finish(*take_warc(file, writer))
    finally:
        writer.close()


def _holder(edition: str, file_hash: str) -> str:
    return f"website {edition} {file_hash[:16]}"


def _edition(tx: Transaction, edition: str) -> Record:
    record = tx.records.get("edition", edition)
    if record is None or record.gone is not None or record.body is None:
        raise FaultError("not_found")
    return record


def _hosts(edition: Record) -> tuple[str, ...]:
    """Return the host at which an edition's website once was, as far as that is known."""
    said = "" if edition.body is None else str(edition.body.get("website", ""))
    host = host_of(urlsplit(said).netloc)
    return (host,) if host and (edition.body or {}).get("website_kind") != "archived" else ()


def _hash(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
