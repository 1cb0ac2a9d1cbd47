"""A real PostgreSQL for tests: on a free port of this machine only, as an unprivileged user, gone with the session."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from kennisbank.archive.schema import tables

_PLACES = ("/usr/local/bin", *sorted((str(p) for p in Path("/usr/lib/postgresql").glob("*/bin")), reverse=True))


class Postgres:
    """A server that runs."""

    def __init__(self, port: int, password: str) -> None:
        self.port = port
        self._password = password

    def url(self, database: str) -> str:
        return f"postgresql://kennisbank:{self._password}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """Make a database and return its name."""
        name = f"t{uuid4().hex}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
        return name

    def drop(self, database: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))


def wipe(address: str) -> None:
    """Take everything out of the tables of a database; making a new one for every test takes longer than most tests."""
    with psycopg.connect(address) as connection:
        names = [each.name for each in reversed(tables.metadata.sorted_tables) if each.name != "counter"]
        emptied = [sql.SQL("DELETE FROM {}").format(sql.Identifier(each)) for each in names]
        zero = sql.SQL("UPDATE counter SET revision = 0, public_count = 0, public_sum = 0")
        connection.execute(sql.SQL("; ").join([*emptied, zero]))


@contextmanager
def running_postgres(*options: str) -> Iterator[Postgres]:
    """Start a server, give it, stop it; skip the test where PostgreSQL isn't installed."""
    initdb, pg_ctl = (shutil.which(name, path=os.pathsep.join(_PLACES)) for name in ("initdb", "pg_ctl"))
    if initdb is None or pg_ctl is None:
        pytest.skip("PostgreSQL (initdb, pg_ctl) is not installed")
    as_user = _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="kb-pg-"))
    password = secrets.token_urlsafe(12)
    try:
        (folder / "password").write_text(password)
        if as_user:
            for path in (folder, folder / "password"):
                os.chown(path, as_user["user"], as_user["group"])
        data = folder / "data"
        _run(
            initdb, "-D", data, "-U", "kennisbank", "-A", "scram-sha-256", f"--pwfile={folder / 'password'}",
            "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions", as_user=as_user,
        )  # fmt: skip
        port = _free_port()
        settings = ["-c listen_addresses=127.0.0.1", f"-p {port}", f"-k {folder}", "-c fsync=off", *options]
        _run(pg_ctl, "-D", data, "-w", "-l", folder / "log", "-o", " ".join(settings), "start", as_user=as_user)
        try:
            yield Postgres(port, password)
        finally:
            _run(pg_ctl, "-D", data, "-w", "-m", "immediate", "stop", as_user=as_user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> dict[str, int]:
    """Return as whom to run: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": found.pw_uid, "group": found.pw_gid}
    pytest.skip("PostgreSQL refuses root, and there is no other user to run it as")


def _run(program: str, *arguments: object, as_user: dict[str, int]) -> None:
    extra = {**as_user, "extra_groups": []} if as_user else {}
    done = subprocess.run(
        [program, *map(str, arguments)],
        check=False, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **extra,
    )  # fmt: skip
    assert done.returncode == 0, f"{program}: {done.stderr}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
