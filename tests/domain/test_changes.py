from kennisbank.domain.changes import Change, ChangeSet


def test_added_then_updated_is_added() -> None:
    changes = ChangeSet.of([Change("contribution", "a", "added"), Change("contribution", "a", "updated")])
    assert changes.changes == (Change("contribution", "a", "added"),)


def test_added_then_removed_is_removed() -> None:
    changes = ChangeSet.of([Change("contribution", "a", "added"), Change("contribution", "a", "removed")])
    assert changes.changes == (Change("contribution", "a", "removed"),)


def test_removed_then_added_is_updated() -> None:
    both = ChangeSet((Change("batch", "b", "removed"),)) | ChangeSet((Change("batch", "b", "added"),))
    assert both.changes == (Change("batch", "b", "updated"),)


def test_nothing_written_is_false() -> None:
    assert not ChangeSet()
    assert ChangeSet((Change("file", "f", "added"),)).ids("file") == {"f"}
