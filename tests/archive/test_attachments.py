"""Files that go with messages: of a known kind, for who has the thread, and clean of whoever wants to be unknown."""

import hashlib
import io
import uuid
import zipfile
from pathlib import Path

import pymupdf
import pytest

from kennisbank.archive.batches.batches import Batches
from kennisbank.archive.threads.attaching import forget_uploads
from kennisbank.archive.threads.erasing import erase_account
from kennisbank.archive.threads.sniffing import media_type_of
from kennisbank.archive.threads.traces import is_clean
from kennisbank.documents.anonymous import write_anonymous
from kennisbank.sync.protocol_acts import MOST_ATTACHMENT
from tests.archive.account_world import CONFIG, World, fault
from tests.archive.attached import bare_pdf, jpeg, pdf, pdf_in_streams, png
from tests.archive.correspondents import Person, act, authored, feedback, uploads

PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"


def office(*names: str, mimetype: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (pdf(), PDF),
        (png(), PNG),
        (jpeg(), JPEG),
        (b"GIF89a....", "image/gif"),
        ("Één regel\r\n".encode(), "text/plain"),
        ("Eén regel\n".encode("cp1252"), "text/plain"),
        (b"<html><script>alert(1)</script>", "text/plain"),
        (office("a.txt"), "application/zip"),
        (
            office("[Content_Types].xml", "word/document.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            office("[Content_Types].xml", "ppt/presentation.xml"),
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ),
        (
            office(mimetype="application/vnd.oasis.opendocument.text"),
            "application/vnd.oasis.opendocument.text",
        ),
        (b"", None),
        (b"MZ\x90\0", None),
        (b"PK\x03\x04broken", None),
        ("tekst".encode("utf-16"), None),
    ],
)
def test_a_file_is_what_its_bytes_say(data: bytes, media_type: str | None) -> None:
    assert media_type_of(data) == media_type


@pytest.mark.parametrize(
    ("data", "media_type", "clean"),
    [
        (pdf(), PDF, False),
        (pdf_in_streams(), PDF, False),
        (pdf(creationDate="D:20261122093000+01'00'"), PDF, False),
        (bare_pdf(), PDF, True),
        (bare_pdf().replace(b"<</Type/Catalog", b"<</#41uthor(Rie)/Type/Catalog"), PDF, False),
        (bare_pdf() + b"<x:xmpmeta>", PDF, False),
        (png(), PNG, False),
        (png((b"pHYs", b"\0" * 9)), PNG, True),
        (png((b"pHYs", b"\0" * 9)) + b"Rie", PNG, False),
        (jpeg(), JPEG, False),
        (jpeg(b"\xff\xfe\x00\x05Rie"), JPEG, False),
        (jpeg(b"\xff\xe0\x00\x04\x01\x01"), JPEG, True),
        (jpeg(b"\xff\xe0\x00\x04\x01\x01") + b"Rie", JPEG, False),
        (b"Een regel", "text/plain", True),
        (b"GIF89a", "image/gif", False),
    ],
)
def test_what_programs_write_into_a_file_counts_as_a_trace(data: bytes, media_type: str, clean: bool) -> None:
    assert is_clean(data, media_type) == clean


def test_what_the_program_makes_clean_is_clean_here(tmp_path: Path) -> None:
    with pymupdf.open("pdf", pdf(author="Rie", creationDate="D:20261122093000+01'00'")) as document:
        first = document[0]
        first.add_highlight_annot(first.search_for("bladzijde")).set_info(title="Rie", content="Mooi")
        document.set_xml_metadata("<x:xmpmeta>Rie</x:xmpmeta>")
        document.embfile_add("Rie.txt", b"Rie", "Rie.txt")
        document.save(tmp_path / "in.pdf")
    picture = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 8, 8))
    picture.clear_with(200)
    (tmp_path / "in.png").write_bytes(picture.tobytes("png"))
    (tmp_path / "in.jpeg").write_bytes(b"\xff\xd8\xff\xe1\x00\x0cExif\0\0abcd" + picture.tobytes("jpeg")[2:])
    for media_type, ending in ((PDF, "pdf"), (PNG, "png"), (JPEG, "jpeg")):
        target = tmp_path / f"out.{ending}"
        assert write_anonymous(str(tmp_path / f"in.{ending}"), media_type, str(target)) is True
        data = target.read_bytes()
        assert media_type_of(data) == media_type
        assert is_clean(data, media_type), data[:2000]
    assert not is_clean((tmp_path / "in.pdf").read_bytes(), PDF)
    assert not is_clean((tmp_path / "in.jpeg").read_bytes(), JPEG)


def test_a_file_of_another_kind_too_large_or_with_another_hash_is_refused(world: World) -> None:
    reader = Person(world, "Rie")

    def put(data: bytes, name: str = "") -> tuple[int, str]:
        path = f"/v1/attachments/{name or hashlib.sha256(data).hexdigest()}"
        return fault(world.client.put(path, content=data, headers=reader.headers))

    assert put(b"MZ\x90\0") == (415, "wrong_type")
    assert put(b"%PDF-" + bytes(MOST_ATTACHMENT)) == (413, "too_large")
    assert put(b"tekst", "0" * 64) == (422, "invalid")


def test_a_file_is_for_who_has_the_thread_and_offered_to_nobody_else(world: World) -> None:
    author, colleague = authored(world, "Ada", "Ben")
    reader, stranger = Person(world, "Rie"), Person(world, "Sam")
    data = b"Een regel"
    attachment = uploads(reader, data, "Mijn <les>.html")
    assert stranger.says(feedback(attachment=attachment))[0]["outcome"] == "waits"
    reader.says(feedback(attachment=attachment))
    ids = {who.id: who.thread()["messages"][0]["attachment"] for who in (author, colleague, reader)}
    assert len({each["id"] for each in ids.values()}) == 3
    assert {each["name"] for each in ids.values()} == {"Mijn les.txt"}
    for who in (author, colleague, reader):
        assert who.get(f"/attachments/{ids[who.id]['id']}").content == data
    for who, known in ((stranger, ids[author.id]), (author, ids[reader.id]), (colleague, ids[author.id])):
        assert fault(who.get(f"/attachments/{known['id']}")) == (404, "not_found")
    assert fault(reader.get(f"/files/{attachment['hash']}")) == (404, "not_found")


def test_files_stay_as_long_as_a_message_has_them(world: World) -> None:
    (author,) = authored(world, "Ada")
    reader = Person(world, "Rie")
    kept, never = uploads(reader, b"bijlage"), uploads(reader, b"nooit gestuurd")
    said = feedback(attachment=kept)
    reader.says(said)
    Batches(world.archive, CONFIG).tidy(1)
    world.clock.goes_on(days=30)
    with world.archive.write() as tx:
        assert forget_uploads(tx, world.clock()) == 2
        assert set(tx.files.all()) == {kept["hash"]}
    assert not world.archive.files.has(never["hash"])
    answer = uploads(author, b"tegenvoorbeeld")
    author.does("reply", thread=author.thread()["id"], text="Zie hier", attachment=answer)
    with world.archive.write() as tx:
        erase_account(tx, reader.id, world.clock())
    assert not world.archive.files.has(kept["hash"])
    assert author.get(f"/attachments/{author.thread()['messages'][1]['attachment']['id']}").content == b"tegenvoorbeeld"
    assert author.thread()["messages"][0]["attachment"] is None


def test_too_many_files_in_an_hour_are_refused_for_now(world: World) -> None:
    reader = Person(world, "Rie")
    for number in range(CONFIG.limits.uploads_an_hour):
        uploads(reader, b"%d" % number)
    file_hash = hashlib.sha256(b"meer").hexdigest()
    answer = world.client.put(f"/v1/attachments/{file_hash}", content=b"meer", headers=reader.headers)
    assert fault(answer) == (429, "too_many")
    assert int(answer.headers["retry-after"]) > 0


def test_an_act_whose_file_is_not_here_waits_for_it(world: World) -> None:
    authored(world, "Ada")
    reader = Person(world, "Rie")
    attachment = {"hash": hashlib.sha256(b"later").hexdigest(), "name": "a.txt", "media_type": "text/plain", "size": 5}
    said = act("feedback", str(uuid.uuid4()), contribution="c1", kind="other", text="Zie", attachment=attachment)
    assert reader.says(said)[0]["outcome"] == "waits"
    uploads(reader, b"later")
    assert reader.says(said)[0]["outcome"] == "accepted"
