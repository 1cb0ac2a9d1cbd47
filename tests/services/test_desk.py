"""Remarks, the desk, people and editions against the real archive."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from kennisbank.domain.correspondence import Draft
from kennisbank.errors import ArchiveRefusedError, ArchiveUnreachableError, BadInputError, NotFoundError
from kennisbank.library.backup import back_up
from kennisbank.services.desk import DeskService
from kennisbank.services.drafts import DraftService
from kennisbank.services.people import PeopleService
from kennisbank.services.remarks import RemarkService
from kennisbank.sync.http_remote import HttpRemote
from kennisbank.sync.protocol_accounts import AccountChange
from kennisbank.sync.protocol_acts import RemarkRequest
from kennisbank.sync.protocol_desk import DeskList
from tests.real_archive import RealArchive, running_archive
from tests.services.archive_readers import Reader, reader

PHONE, NAME, MAIL = "06 98 76 54 32", "Jozefien Remarksma", "jozefien@post.example"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealArchive]:
    with running_archive(tmp_path_factory.mktemp("archive")) as served:
        yield served


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Reader]:
    with reader(tmp_path / "home") as opened:
        yield opened


def maintainer(archive: RealArchive, me: Reader) -> DeskService:
    if me.accounts.link() is None:
        me.accounts.connect(archive.url)
    me.accounts.log_in("m@archief.example", archive.code("m@archief.example", right="maintainer"))
    return DeskService(me.library, me.access)


def bytes_of(me: Reader) -> bytes:
    home = me.library.paths.home
    return b"".join(each.read_bytes() for each in home.rglob("*") if each.is_file())


def test_a_remark_waits_for_the_archive_and_leaves_nothing_personal_behind(archive: RealArchive, me: Reader) -> None:
    remarks = RemarkService(me.library, me.access)
    remarks.send(NAME, PHONE, "Mijn foto staat in een artikel.", MAIL)
    assert not remarks.deliver()
    assert [each.state for each in remarks.waiting()] == ["queued"]
    assert PHONE.encode() in bytes_of(me)
    paths = me.library.paths
    back_up(paths.library_file, paths.backups, "test")
    me.accounts.connect(archive.url)
    assert remarks.deliver().ids("act")
    assert remarks.waiting() == ()
    assert [each.state for each in remarks.all()] == ["accepted"]
    left = bytes_of(me)
    assert not [each for each in (PHONE, NAME, MAIL, "Mijn foto") if each.encode() in left]
    desk = maintainer(archive, me)
    (item,) = (each for each in desk.items("remark") if each.words.startswith("Mijn foto"))
    assert (item.who, item.details["telephone"], item.words) == (NAME, PHONE, "Mijn foto staat in een artikel.")
    assert desk.act("remark", item.id, "answer", "De foto gaat eruit.").state == "done"
    assert item.id not in {each.id for each in desk.items("remark")}


def test_a_remark_whose_answer_got_lost_arrives_once(
    archive: RealArchive, me: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    me.accounts.connect(archive.url)
    remarks, sending = RemarkService(me.library, me.access), HttpRemote.remark

    def lost(remote: HttpRemote, request: RemarkRequest) -> None:
        sending(remote, request)
        raise ArchiveUnreachableError(archive.url, "broken_off")

    monkeypatch.setattr(HttpRemote, "remark", lost)
    remarks.send(NAME, PHONE, "Een keer is genoeg.")
    remarks.deliver()
    assert len(remarks.waiting()) == 1
    monkeypatch.setattr(HttpRemote, "remark", sending)
    remarks.deliver()
    assert remarks.waiting() == ()
    said = [each.words for each in maintainer(archive, me).items("remark", "all")]
    assert said.count("Een keer is genoeg.") == 1


@pytest.mark.parametrize(
    ("name", "telephone", "text", "mail"),
    [("", PHONE, "x", ""), (NAME, "bel me", "x", ""), (NAME, PHONE, " ", ""), (NAME, PHONE, "x", "geen adres")],
)
def test_a_remark_without_what_it_needs_is_not_kept(
    me: Reader, name: str, telephone: str, text: str, mail: str
) -> None:
    remarks = RemarkService(me.library, me.access)
    with pytest.raises(BadInputError):
        remarks.send(name, telephone, text, mail)
    assert remarks.all() == ()


def test_what_waits_can_be_taken_back_and_its_text_alone_is_a_draft_again(me: Reader) -> None:
    remarks = RemarkService(me.library, me.access)
    (remark,) = remarks.send(NAME, PHONE, "Toch maar niet.").ids("act")
    remarks.take_back(remark)
    assert remarks.all() == ()
    assert PHONE.encode() not in bytes_of(me)
    with pytest.raises(NotFoundError):
        remarks.retry(remark)
    draft = DraftService(me.library).about("remark")
    assert draft is not None
    assert dict(draft.words) == {"text": "Toch maar niet."}


def test_the_draft_of_a_remark_does_not_outlive_its_sending(archive: RealArchive, me: Reader) -> None:
    drafts, remarks, paths = DraftService(me.library), RemarkService(me.library, me.access), me.library.paths
    me.accounts.connect(archive.url)
    drafts.save(Draft("remark", words={"text": f"Bel me op {PHONE}, het gaat over"}))
    back_up(paths.library_file, paths.backups, "test")
    drafts.save(Draft("remark", words={"text": f"Bel me op {PHONE}, het gaat over mijn foto."}))
    assert PHONE.encode() in bytes_of(me)
    remarks.send(NAME, PHONE, f"Bel me op {PHONE}, het gaat over mijn foto.", ends_draft=True)
    assert drafts.about("remark") is None
    assert remarks.deliver()
    assert PHONE.encode() not in bytes_of(me)
    assert b"mijn foto" not in bytes_of(me)


def test_a_remark_that_waits_is_in_the_outbox_whoever_is_logged_in(archive: RealArchive, me: Reader) -> None:
    remarks, paths = RemarkService(me.library, me.access), me.library.paths
    remarks.send(NAME, PHONE, "Waar is editie 1999?")
    remarks.newsletter(MAIL, wants=True)
    first, second = me.syncing.waiting()
    assert (first.act, first.title, first.state, first.is_nobodys) == (
        "remark",
        "Waar is editie 1999?",
        "queued",
        True,
    )
    assert (second.act, second.title) == ("newsletter", "")
    assert me.syncing.status().waiting == 2
    maintainer(archive, me)
    assert [each.id for each in me.syncing.waiting()] == [first.id, second.id]
    with me.library.write() as tx:
        tx.acts.settle([second.id], "failed", "too_many")
    assert me.syncing.status().failed == 1
    me.syncing.retry(second.id)
    assert [each.state for each in remarks.waiting()] == ["queued", "queued"]
    back_up(paths.library_file, paths.backups, "test")
    me.syncing.take_back(first.id)
    me.syncing.take_back(second.id)
    assert me.syncing.waiting() == []
    left = bytes_of(me)
    assert not [each for each in (PHONE, NAME, MAIL) if each.encode() in left]


def test_requests_for_an_account_are_decided_at_the_desk(archive: RealArchive, me: Reader) -> None:
    me.accounts.connect(archive.url)
    me.accounts.register("bea@uni.example", "Bea", "teacher", "", "nl", accepts_rules=True)
    me.accounts.register("cor@uni.example", "Cor", "student", "", "nl", accepts_rules=True)
    archive.world.letters()  # the archive takes wishes in when it sends its mail
    desk = maintainer(archive, me)
    asked = {each.who: each for each in desk.items("account")}
    assert desk.counts().open["account"] == len(asked)
    assert desk.act("account", asked["Bea"].id, "accept").state == "accepted"
    with pytest.raises(BadInputError):
        desk.act("account", asked["Cor"].id, "decline", " ")
    assert desk.act("account", asked["Cor"].id, "decline", "Geen lezer.").state == "declined"
    assert {"Bea", "Cor"}.isdisjoint(each.who for each in desk.items("account"))
    bea = next(each for each in desk.accounts() if each.name == "Bea")
    assert desk.change_account(bea.id, AccountChange("suspended", reason="Op verzoek.")).state == "suspended"
    assert any(each.subject == bea.id for each in desk.trail())


def test_an_act_that_is_done_over_counts_once(archive: RealArchive, me: Reader) -> None:
    me.accounts.connect(archive.url)
    me.accounts.register("dirk@uni.example", "Dirk", "teacher", "", "nl", accepts_rules=True)
    archive.world.letters()
    desk = maintainer(archive, me)
    dirk = next(each for each in desk.items("account") if each.who == "Dirk")
    act = "5f0e8ad0-7f9f-4d5f-8e55-0d4a7f6d7a11"
    first = desk.act("account", dirk.id, "accept", act_id=act)
    lines = len(desk.trail(limit=1000))
    assert desk.act("account", dirk.id, "accept", act_id=act).state == first.state
    assert len(desk.trail(limit=1000)) == lines


def test_every_list_can_be_asked_for(archive: RealArchive, me: Reader) -> None:
    desk = maintainer(archive, me)
    assert set(desk.counts().open) == set(get_args(DeskList))
    for name in get_args(DeskList):
        assert all(each.list == name for each in desk.items(name, "all"))


def test_the_desk_is_for_maintainers_only(archive: RealArchive, me: Reader) -> None:
    me.log_in(archive, "lezer@uni.example")
    desk = DeskService(me.library, me.access)
    for ask in (desk.counts, lambda: desk.items("remark"), desk.accounts, desk.trail):
        with pytest.raises(ArchiveRefusedError) as refused:
            ask()
        assert refused.value.code == "forbidden"


def test_spellings_that_a_maintainer_joins_are_one_person_for_everybody(archive: RealArchive, me: Reader) -> None:
    both = ({"name": "Eva de Wit", "affiliation": "Hogeschool"}, {"name": "Jan Smit", "affiliation": ""})
    archive.put(record="w1", title="Robots", edition="C2021", year=2021, authors=list(both))
    archive.put(
        record="w2",
        title="Rollen",
        edition="C2024",
        year=2024,
        authors=[{"name": "E. de Wit", "affiliation": "Universiteit"}],
    )
    desk, people = maintainer(archive, me), PeopleService(me.library)
    me.syncing.run()
    apart = people.person("Eva de Wit")
    assert (apart.count, apart.likely, apart.person.id) == (1, ("E. de Wit",), "")
    person = desk.join_names("Eva de Wit", ["Eva de Wit", "E. de Wit"], "https://orcid.org/0000-0001-2345-6789")
    me.syncing.run()
    for spelling in ("Eva de Wit", "E. de Wit", "EVA DE WIT"):
        page = people.person(spelling)
        assert page.person.name == "Eva de Wit"
        assert [(each.edition.code if each.edition else "", each.wrote[0].affiliation) for each in page.editions] == [
            ("C2024", "Universiteit"),
            ("C2021", "Hogeschool"),
        ]
        assert page.person.reach.endswith("6789")
        assert page.likely == ()
    assert people.person("Eva de Wit").editions[1].wrote[0].others == ("Jan Smit",)
    desk.part_names(person)
    me.syncing.run()
    assert people.person("Eva de Wit").count == 1


def test_what_a_maintainer_says_of_an_edition_everybody_has(archive: RealArchive, me: Reader) -> None:
    archive.put(record="e1", title="Netwerken", edition="C2019", year=2019, authors=[{"name": "Ab", "affiliation": ""}])
    archive.put("edition", "ed-2019", code="C2019", name="", year=2019, website="")
    desk, people = maintainer(archive, me), PeopleService(me.library)
    me.syncing.run()
    page = people.edition("c2019")
    assert (len(page.contributions), page.people, page.edition.place) == (1, 1, "")
    told = replace(page.edition, begins="2019-03-28", ends="2019-03-29", place="Utrecht", website_kind="none")
    desk.save_edition(told)
    me.syncing.run()
    now = people.edition("C2019").edition
    assert (now.begins, now.ends, now.place, now.website_kind) == ("2019-03-28", "2019-03-29", "Utrecht", "none")
    with pytest.raises(NotFoundError):
        people.edition("C1066")


def test_an_archived_website_is_handed_in_and_known_to_everybody(
    archive: RealArchive, me: Reader, tmp_path: Path
) -> None:
    archive.put("edition", "5f0e8ad0-7f9f-4d5f-8e55-0d4a7f6d7b01", code="C2001", name="", year=2001, website="")
    desk, people = maintainer(archive, me), PeopleService(me.library)
    me.syncing.run()
    packed = tmp_path / "site.zip"
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("index.html", "<h1>Congres 2001</h1>")
    desk.put_website(people.edition("C2001").edition, packed)
    me.syncing.run()
    assert people.edition("C2001").edition.website_kind == "archived"
    assert people.edition("C2001").edition.website.startswith("http")
    with pytest.raises(BadInputError):
        desk.put_website(people.edition("C2001").edition, tmp_path / "none.zip")


def test_somebody_who_wrote_nothing_here_has_no_page(me: Reader) -> None:
    with pytest.raises(NotFoundError):
        PeopleService(me.library).person("Niemand")


def test_the_newsletter_list_is_for_its_owner_alone(archive: RealArchive, me: Reader, tmp_path: Path) -> None:
    desk = maintainer(archive, me)
    file = desk.newsletter_list(tmp_path / "brief.csv")
    assert file.stat().st_mode & 0o077 == 0
