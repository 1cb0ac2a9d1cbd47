import base64
import json
from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.sync.protocol import Gone, Record
from kennisbank.sync.protocol_accounts import ArchiveInfo
from kennisbank.sync.protocol_codec import MalformedMessageError, content_hash
from kennisbank.sync.protocol_manifest import (
    Manifest,
    fingerprint,
    is_fingerprint_of,
    is_signed,
    manifest_bytes,
    manifest_from,
    packed,
    sign,
    signature_from,
    text_of_signature,
)

PRIVATE = bytes(range(32))
KEY = base64.b64encode(Ed25519PrivateKey.from_private_bytes(PRIVATE).public_key().public_bytes_raw()).decode()
OTHER = base64.b64encode(Ed25519PrivateKey.generate().public_key().public_bytes_raw()).decode()

_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_bodies = st.dictionaries(_text, st.one_of(_text, st.integers(-(2**53), 2**53), st.none(), st.lists(_text, max_size=3)))
_hashes = st.binary(min_size=32, max_size=32).map(bytes.hex)


def record(number: int, revision: int, body: dict[str, Any] | None, gone: Gone | None = None) -> Record:
    return Record("contribution", f"id-{number}", revision, body, content_hash(body) if body is not None else "", gone)


@st.composite
def manifests(draw: st.DrawFn) -> Manifest:
    revisions = sorted(draw(st.lists(st.integers(1, 1000), max_size=6)))
    records = tuple(
        record(number, revision, body, None if body is not None else Gone("erased", draw(_text)))
        for number, revision in enumerate(revisions)
        for body in [draw(st.none() | _bodies)]
    )
    info = ArchiveInfo("a", "e", draw(_text), KEY, "mail", revision=max(revisions, default=0) + draw(st.integers(0, 3)))
    files = packed(draw(st.lists(st.tuples(_hashes, st.integers(0, 1 << 40)), max_size=4)))
    return Manifest(info, "2026-11-22T09:30:00Z", tuple(draw(st.lists(_text, max_size=2))), records, files)


SAMPLE = Manifest(
    ArchiveInfo("a", "e", "Archief", KEY, "mail", revision=9),
    "2026-11-22T09:30:00Z",
    ("NIOC2013",),
    (record(1, 4, {"title": "Één"}), record(2, 7, None, Gone("withdrawn", "op verzoek"))),
    packed([("ab" * 32, 12)]),
)


@given(manifests())
def test_a_manifest_is_the_same_again_in_the_same_bytes(manifest: Manifest) -> None:
    data = manifest_bytes(manifest)
    assert manifest_from(data) == manifest
    assert manifest_bytes(manifest_from(data)) == data


@given(manifests(), st.data())
def test_whatever_is_changed_in_a_manifest_its_signature_no_longer_fits(
    manifest: Manifest, data: st.DataObject
) -> None:
    written = manifest_bytes(manifest)
    signature = sign(written, PRIVATE)
    assert is_signed(written, signature, KEY)
    at = data.draw(st.integers(0, len(written) - 1))
    changed = written[:at] + bytes([written[at] ^ data.draw(st.integers(1, 255))]) + written[at + 1 :]
    assert not is_signed(changed, signature, KEY)
    assert not is_signed(written[:at], signature, KEY)
    broken = data.draw(st.integers(0, 63))
    assert not is_signed(written, signature[:broken] + bytes([signature[broken] ^ 1]) + signature[broken + 1 :], KEY)
    assert not is_signed(written, signature, OTHER)


@given(st.binary(max_size=200))
def test_no_bytes_are_a_bug_where_a_manifest_or_signature_is_expected(data: bytes) -> None:
    with pytest.raises(MalformedMessageError):
        manifest_from(data)
    assert not is_signed(b"", signature_from(data), KEY)
    assert not is_signed(b"", sign(b"", PRIVATE), data.decode("latin-1"))


def test_a_signature_comes_back_from_its_file() -> None:
    signature = sign(b"x", PRIVATE)
    assert signature_from(text_of_signature(signature)) == signature


def test_a_signature_of_something_else_than_a_manifest_does_not_count() -> None:
    data = manifest_bytes(SAMPLE)
    assert not is_signed(data, Ed25519PrivateKey.from_private_bytes(PRIVATE).sign(data), KEY)


@pytest.mark.parametrize(
    "broken",
    [
        replace(SAMPLE, format=2),
        replace(SAMPLE, records=(replace(SAMPLE.records[0], kind="annotation"),)),
        replace(SAMPLE, records=(replace(SAMPLE.records[0], is_mine=True),)),
        replace(SAMPLE, records=(replace(SAMPLE.records[0], hash="00"),)),
        replace(SAMPLE, records=SAMPLE.records[::-1]),
        replace(SAMPLE, records=(SAMPLE.records[0], SAMPLE.records[0])),
        replace(SAMPLE, records=(replace(SAMPLE.records[0], revision=10),)),
        replace(SAMPLE, files=(replace(SAMPLE.files[0], hash="../../etc/passwd"),)),
        replace(SAMPLE, files=(replace(SAMPLE.files[0], hash="AB" * 32),)),
        replace(SAMPLE, files=SAMPLE.files * 2),
    ],
)
def test_a_manifest_that_contradicts_itself_is_none(broken: Manifest) -> None:
    with pytest.raises(MalformedMessageError):
        manifest_from(manifest_bytes(broken))


def test_what_a_newer_program_adds_to_a_manifest_is_passed_over() -> None:
    data = json.loads(manifest_bytes(SAMPLE)) | {"something": "new"}
    assert manifest_from(json.dumps(data).encode()) == SAMPLE


def test_a_fingerprint_is_compared_as_people_type_it() -> None:
    shown = fingerprint(KEY)
    assert [len(group) for group in shown.split(" ")] == [4] * 8
    assert is_fingerprint_of(f"  {shown.upper().replace(' ', '-')} ", KEY)
    assert not is_fingerprint_of(shown, OTHER)
    assert not is_fingerprint_of(shown[:-1], KEY)
    assert not is_fingerprint_of("", KEY)
    assert not is_fingerprint_of("", "no key")
