"""Keeping within a limit."""

from hypothesis import given
from hypothesis import strategies as st

from kennisbank.ui.reader.byte_cache import ByteCache


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 60)), max_size=60))
def test_it_never_grows_over_its_limit_unless_one_alone_does(puts: list[tuple[int, int]]) -> None:
    cache: ByteCache[int, int] = ByteCache(100)
    kept: dict[int, int] = {}
    for key, size in puts:
        cache.put(key, size, size)
        assert cache.get(key) == size
        kept[key] = size
        present = {each: each_size for each, each_size in kept.items() if cache.get(each) is not None}
        assert cache.size == sum(present.values())
        assert cache.size <= 100
        kept = present


def test_what_was_used_longest_ago_goes_first() -> None:
    cache: ByteCache[str, str] = ByteCache(2)
    cache.put("a", "a", 1)
    cache.put("b", "b", 1)
    cache.get("a")
    cache.put("c", "c", 1)
    assert cache.get("b") is None
    assert cache.get("a") == "a"


def test_one_too_large_is_kept_alone() -> None:
    cache: ByteCache[str, str] = ByteCache(2)
    cache.put("a", "a", 1)
    cache.put("b", "b", 50)
    assert (cache.get("a"), cache.get("b")) == (None, "b")
    cache.drop("b")
    cache.clear()
    assert cache.size == 0
