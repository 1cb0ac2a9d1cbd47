"""The archive in memory keeps the contract of every `Remote`."""

from collections.abc import Mapping
from typing import Any

import pytest

from kennisbank.sync.memory_remote import MemoryArchive
from kennisbank.sync.protocol import GoneReason, RecordKind
from kennisbank.sync.remote import Remote
from tests.sync.remote_contract import RemoteContract, World
from tests.sync.said_contract import SaidContract


class MemoryWorld:
    def __init__(self) -> None:
        self.archive = MemoryArchive()

    def account(self, name: str) -> str:
        return self.archive.add_account(name)

    def remote(self, account: str | None) -> Remote:
        return self.archive.as_seen_by(account)

    def put_public(self, kind: RecordKind, record_id: str, body: Mapping[str, Any]) -> None:
        self.archive.put_public(kind, record_id, body)

    def take_out(self, kind: RecordKind, record_id: str, reason: GoneReason) -> None:
        self.archive.take_out(kind, record_id, reason)

    def put_file(self, data: bytes) -> str:
        return self.archive.put_file(data)

    def grant(self, account: str, contribution: str) -> None:
        self.archive.grant(account, contribution)


@pytest.fixture
def world() -> World:
    return MemoryWorld()


class TestMemoryRemote(RemoteContract, SaidContract):
    pass
