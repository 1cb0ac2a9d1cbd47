"""Files that go with messages: of a known kind, for who has the thread, and clean of whoever wants to be unknown."""

import hashlib
import io
import uuid
import zipfile
import zlib
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
from tests.archive.attached import (
    bare_pdf,
    jpeg,
    jpeg_2000,
    object_stream,
    pdf,
    pdf_in_streams,
    pdf_with,
    png,
    stream,
)
from tests.archive.correspondents import Person, act, authored, feedback, uploads

PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
JFIF = b"\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"


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
        (b"RIFF\x04\0\0\0WEBPEXIF", None),
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
        (pdf_with(b"<</Title(Les van Rie)>>"), PDF, False),
        (pdf_with(b"<</Subject(Klas 3B)>>"), PDF, False),
        (pdf_with(b"<</Keywords<FEFF0052>>>"), PDF, False),
        (pdf_with(b"<</Title()/Subject()/Keywords()>>"), PDF, True),
        (pdf_with(b"<</Title(Hoofdstuk)/Parent 8 0 R>>"), PDF, True),
        (pdf_with(b"<</Owner(Rie)>>", trailer=b"/Info 9 0 R"), PDF, False),
        (pdf_with(trailer=b"/ID[<AA01><AA02>]"), PDF, False),
        (pdf_with(object_stream(b"<</Kids[]>>", b"<</Title(Rie)>>")), PDF, False),
        (pdf_with(object_stream(b"<</Title(Een)/Parent 8 0 R>>", b"<</Parent 8 0 R>>")), PDF, True),
        (pdf_with(object_stream(b"<</Title(Rie)>>", b"<</Parent 8 0 R>>")), PDF, False),
        (pdf_with(stream(b"/Type/Metadata/Subtype/XML", "<x:xmpmeta>".encode("utf-16"))), PDF, False),
        (pdf_with(stream(b"/Subtype/XML", b"<dc:title>Rie</dc:title>", is_packed=False)), PDF, False),
        (pdf_with(b"<</Type/Sig/Name(Rie)/ByteRange[0 1 2 3]>>"), PDF, False),
        (pdf_with(b"<</PTEX.FileName(/thuis/rie/f.pdf)>>"), PDF, False),
        (bare_pdf() + pdf_with(b"<</Author(Rie)>>"), PDF, False),
        (pdf_with(stream(b"/Filter[/FlateDecode/DCTDecode]", zlib.compress(jpeg()), is_packed=False)), PDF, False),
        (pdf_with(stream(b"/Filter/JPXDecode", jpeg_2000((b"xml ", b"Rie")), is_packed=False)), PDF, False),
        (pdf_with(stream(b"/Filter/JPXDecode", jpeg_2000((b"jp2h", b"")), is_packed=False)), PDF, True),
        (png(), PNG, False),
        (png((b"pHYs", b"\0" * 9)), PNG, True),
        (png((b"pHYs", b"\0" * 9)) + b"Rie", PNG, False),
        (jpeg(), JPEG, False),
        (jpeg(b"\xff\xfe\x00\x05Rie"), JPEG, False),
        (jpeg(JFIF), JPEG, True),
        (jpeg(JFIF) + b"Rie", JPEG, False),
        (jpeg(JFIF) + jpeg(), JPEG, False),
        (jpeg(JFIF.replace(b"JFIF", b"JFXX")), JPEG, False),
        (jpeg(b"\xff\xe2\x00\x06MPF\0"), JPEG, False),
        (jpeg(b"")[:-2] + b"\xff\xfe\x00\x05Rie\xff\xd9", JPEG, False),
        (png((b"iTXt", b"Author\0\0\0\0\0Rie")), PNG, False),
        (png((b"eXIf", b"II*\0")), PNG, False),
        (b"Een regel", "text/plain", True),
        # What can't be cleaned at the reader's machine is never sent by role, whatever stands in it.
        (b"GIF89a", "image/gif", False),
        (office("[Content_Types].xml", "word/document.xml", "docProps/core.xml"), DOCX, False),
        (office("meta.xml", mimetype=ODT), ODT, False),
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
    picture = _grey()
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


def test_of_no_version_of_a_pdf_the_program_lets_anything_through(tmp_path: Path) -> None:
    shown = b"\xff\xd8\xff\xe1\x00\x0cExif\0\0Rie!" + _grey().tobytes("jpeg")[2:]
    with pymupdf.open("pdf", pdf(title="Les van Rie", subject="3B", keywords="Rie")) as document:
        document.set_toc([[1, "Hoofdstuk", 1]])
        document[0].insert_image((9, 9, 20, 20), stream=shown)
        document.save(tmp_path / "first.pdf")
    with pymupdf.open(tmp_path / "first.pdf") as document:
        document.set_metadata({"title": "Tweede"})
        document.saveIncr()
        document.save(tmp_path / "packed.pdf", deflate=True, use_objstms=1)
        document.save(tmp_path / "locked.pdf", encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="x", user_pw="")
        kept = document.xref_get_key(-1, "ID")[1][2:34]
    signed = pdf_with(b"<</Type/Sig/Name(Rie)/ByteRange[0 1 2 3]>>", trailer=b"/Extra 9 0 R")
    (tmp_path / "signed.pdf").write_bytes(signed)
    for name in ("first", "packed", "locked", "signed"):
        target = tmp_path / f"{name}-out.pdf"
        assert not is_clean((tmp_path / f"{name}.pdf").read_bytes(), PDF), name
        assert write_anonymous(str(tmp_path / f"{name}.pdf"), PDF, str(target)) is True
        data = target.read_bytes()
        assert is_clean(data, PDF), name
        assert kept.encode() not in data, "all versions of a file have it, also one under its owner's name"
        with pymupdf.open("pdf", data) as document:
            assert not any(document.metadata[each] for each in ("title", "subject", "keywords", "author"))
            assert [each[1] for each in document.get_toc()] == (["Hoofdstuk"] if name != "signed" else [])
            for picture in document[0].get_images():
                assert document.extract_image(picture[0])["width"] == 8


def _grey() -> pymupdf.Pixmap:
    picture = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 8, 8))
    picture.clear_with(200)
    return picture


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
