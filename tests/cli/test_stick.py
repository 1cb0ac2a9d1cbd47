"""Sticks and harvests as a person types them."""

from collections.abc import Callable
from pathlib import Path

from kennisbank.archive.commands.command import main as archive
from tests.oai_repository import Pages, record, serving


def test_the_archive_is_written_to_a_stick_and_taken_from_it(
    kennisbank: Callable[..., object], tmp_path: Path, capsys: object
) -> None:
    call: Callable[..., object] = kennisbank
    assert archive(["init", "--data", str(tmp_path / "data"), "--name", "Archief"]) == 0
    assert archive(["pack", "--data", str(tmp_path / "data"), "--to", str(tmp_path / "stick")]) == 0
    assert archive(["pack", "--data", str(tmp_path / "data"), "--to", str(tmp_path / "s2"), "--edition", "X"]) == 2
    first = call("stick", tmp_path / "stick", "--json")
    assert first.code == 2
    assert first.json["error"]["type"] == "StickError"
    fingerprint = call("stick", tmp_path / "stick").out.rpartition("key: ")[2].strip()
    assert fingerprint in first.json["error"]["message"]
    taken = call("stick", tmp_path / "stick", "--confirm", fingerprint, "--json")
    assert taken.code == 0
    assert taken.json["stick"]["standing"] == "new"
    assert taken.json["taken"]["files"] == 0
    assert "already" in call("stick", tmp_path / "stick", "--no-files").out
    copied = call("stick-copy", tmp_path / "stick", tmp_path / "copy", "--json")
    assert (copied.code, copied.json["copied"]) == (0, 0)
    assert call("stick", tmp_path / "nothing").code == 2
    (tmp_path / "copy" / "manifest.json").write_bytes(b"{}")
    assert "damaged" in call("stick", tmp_path / "copy").err


def test_a_repository_is_harvested_record_by_record(kennisbank: Callable[..., object]) -> None:
    call: Callable[..., object] = kennisbank
    pages = Pages((record("oai:x:1", title="Leren"), record("oai:x:2")))
    with serving(lambda question: (200, {}, pages(question).body)) as url:
        rehearsed = call("harvest", url, "--dry-run")
        assert "1 would be added" in rehearsed.out
        done = call("harvest", url, "--set", "alles", "--json")
    assert [each.get("status") for each in done.lines] == ["added", "rejected", None]
    assert done.lines[-1]["summary"]["added"] == 1
    assert done.code == 1
    assert pages.asked[-1]["set"] == "alles"
    gone = call("harvest", url)
    assert gone.code == 3
    assert "can't be reached" in gone.err
    assert call("harvest", "geen adres").code == 2
