"""Column types: how values stand in the archive's rows, alike in SQLite and PostgreSQL."""

from sqlalchemy import Dialect, String, Text, TypeDecorator


class Key(TypeDecorator[str]):
    """An id, a hash, a word of ours. What is asked for may come from outside: what can't be one is one of nothing."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 -- SQLAlchemy's
        """Return `value` as both databases can take it."""
        return None if value is None else storable(value)


class FreeText(TypeDecorator[str]):
    """Text from outside. What a database can't hold (NUL, half of a surrogate pair) is stored as U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 -- SQLAlchemy's
        """Return `value` as both databases can hold it."""
        return None if value is None else storable(value)


def storable(text: str) -> str:
    """Return text without NUL and without halves of surrogate pairs; each of them becomes U+FFFD."""
    if "\x00" in text:
        text = text.replace("\x00", "\ufffd")
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
