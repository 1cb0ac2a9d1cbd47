"""Messages as bytes and back: the one place where what comes over the wire is checked against its type."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from kennisbank.sync.protocol import MOST_BODY, Body, Digest, Record, RecordKind
from kennisbank.sync.protocol_bodies import BODIES

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")
_MODULUS = 1 << 48


class MalformedMessageError(ValueError):
    """What came isn't a message of this type; the text says where, never what stood there."""


def encode(message: object) -> bytes:
    """Return a message as JSON in UTF-8. A lone surrogate goes as U+FFFD: JSON in UTF-8 has no place for it."""
    return _canonical(_adapter(type(message)).dump_python(message, mode="python"))


def decode(kind: type[T], data: bytes) -> T:
    """Return a message of a type; what it doesn't know is left out, except in the bodies of records.

    Raises:
        MalformedMessageError: it isn't one.
    """
    try:
        read: T = _adapter(kind).validate_json(data)
    except (ValueError, RecursionError) as error:  # pydantic's own error is a ValueError
        raise MalformedMessageError(_where(error)) from None
    return read


def body_of(kind: RecordKind, body: Body) -> Any:
    """Return a record's body as the dataclass of its kind (`BODIES`), every field checked.

    Raises:
        MalformedMessageError: it isn't one, or it is longer than `MOST_BODY`.
    """
    if len(canonical(body)) > MOST_BODY:
        raise MalformedMessageError("the body is too long")
    return shape_of(kind, body)


def shape_of(kind: RecordKind, body: Body) -> Any:
    """Return a record's body as `body_of` does, of which it is known that it isn't too long.

    Raises:
        MalformedMessageError: it isn't one of its kind.
    """
    try:
        return _adapter(BODIES[kind]).validate_python(dict(body))
    except (ValueError, RecursionError) as error:
        raise MalformedMessageError(_where(error)) from None


def body_from(value: object) -> dict[str, Any]:
    """Return the JSON object of a body of `protocol_bodies`."""
    found: dict[str, Any] = json.loads(encode(value))
    return found


def canonical(body: Body) -> bytes:
    """Return the one way of writing a body: keys sorted, no spaces, UTF-8."""
    return _canonical(body)


def content_hash(body: Body) -> str:
    """Return the SHA-256 of a body in its canonical form, 64 lower-case hexadecimal digits."""
    return hashlib.sha256(canonical(body)).hexdigest()


def mark(kind: str, record_id: str, revision: int, body_hash: str) -> int:
    """Return the 48 bits by which one record counts in a digest."""
    return int.from_bytes(hashlib.sha256(f"{kind}:{record_id}:{revision}:{body_hash}".encode()).digest()[:6], "big")


def digest_of(marks: Mapping[Any, int] | list[int]) -> Digest:
    """Return the digest of records with these marks."""
    values = marks.values() if isinstance(marks, Mapping) else marks
    return Digest(len(marks), sum(values) % _MODULUS)


def is_sound(record: Record) -> bool:
    """Tell whether a record's hash is that of its body."""
    return record.hash == (content_hash(record.body) if record.body is not None else "")


def _canonical(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


def _adapter(kind: Any) -> "TypeAdapter[Any]":
    return _adapters(kind)


@cache
def _adapters(kind: Any) -> "TypeAdapter[Any]":
    # Imported here: it takes a fifth of a second, and a window that isn't syncing must not wait for it.
    from pydantic import TypeAdapter  # noqa: PLC0415

    return TypeAdapter(kind)


def _where(error: Exception) -> str:
    from pydantic import ValidationError  # noqa: PLC0415

    if not isinstance(error, ValidationError):
        return "nested too deeply" if isinstance(error, RecursionError) else "no text in UTF-8"
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    return f"{'.'.join(str(each) for each in first['loc'])}: {first['msg']}"
