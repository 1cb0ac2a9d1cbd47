"""Keeping pictures within a limit of bytes, those used last longest. Pure: knows nothing of Qt."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class ByteCache(Generic[Key, Value]):
    """A mapping that forgets what was used longest ago when it grows over its limit; the newest is always kept."""

    def __init__(self, limit: int) -> None:
        """Keep up to `limit` bytes."""
        self._limit = limit
        self._entries: OrderedDict[Key, tuple[Value, int]] = OrderedDict()
        self.size = 0

    def get(self, key: Key) -> Value | None:
        """Return what is kept under a key, and count it as used."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        self._entries.move_to_end(key)
        return entry[0]

    def put(self, key: Key, value: Value, size: int) -> None:
        """Keep a value of `size` bytes in place of what stood there."""
        self.drop(key)
        self._entries[key] = (value, size)
        self.size += size
        while self.size > self._limit and len(self._entries) > 1:
            _key, (_value, dropped) = self._entries.popitem(last=False)
            self.size -= dropped

    def drop(self, key: Key) -> None:
        """Forget what is kept under a key, if anything."""
        entry = self._entries.pop(key, None)
        if entry is not None:
            self.size -= entry[1]

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()
        self.size = 0
