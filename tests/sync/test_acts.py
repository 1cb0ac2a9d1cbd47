"""What is said goes up once, in order and in the same words; what the archive tells comes down whole."""

from dataclasses import replace
from pathlib import Path

import pytest

from kennisbank.domain.correspondence import Comment, FeedbackDraft, InboxCounts
from kennisbank.domain.ids import ContributionId
from kennisbank.errors import (
    ArchiveRefusedError,
    ArchiveUnreachableError,
    KennisbankError,
    NotLoggedInError,
    NotSaidError,
)
from kennisbank.sync.memory_remote import MemoryArchive
from kennisbank.sync.protocol import GoneReason
from tests.sync.conftest import MakeDevice
from tests.sync.remote_contract import a_contribution
from tests.sync.saying_devices import PAPER, Speaker, texts, with_paper

Pair = tuple[Speaker, Speaker]


@pytest.fixture
def pair(archive: MemoryArchive, device: MakeDevice) -> Pair:
    """Return a reader and an author, both in step with an archive that has the author's paper."""
    with_paper(archive)
    reader, author = archive.add_account("Ada"), archive.add_account("Bea")
    archive.grant(author, PAPER)
    made = Speaker(device(reader)), Speaker(device(author))
    for each in made:
        each.sync()
    return made


def test_the_whole_road_of_a_question(pair: Pair) -> None:
    reader, author = pair
    thread_id = reader.says("Hoe groot was de groep?")
    assert [each.state for each in reader.feedback.mine()] == ["queued"]
    reader.sync()
    assert [each.state for each in reader.feedback.mine()] == ["sent"]
    author.sync()
    (row,) = author.inbox.rows("unread")
    assert (row.id != thread_id, row.name, row.start) == (True, "Ada", "Hoe groot was de groep?")
    reader.sync()
    assert [each.state for each in reader.feedback.mine()] == ["delivered"]
    author.inbox.seen(row.id)
    author.inbox.reply(row.id, "Twintig.", verdict="adopted", version="2")
    assert author.inbox.thread(row.id).state == "adopted"
    assert author.inbox.counts() == InboxCounts(done=1)
    author.sync()
    assert texts(author.inbox.thread(row.id)) == ["Hoe groot was de groep?", "Twintig."]
    reader.sync()
    (told,) = reader.feedback.news()
    assert (told.state, told.messages) == ("adopted", 2)
    thread = reader.feedback.thread(thread_id)
    assert (texts(thread), thread.version) == (["Hoe groot was de groep?", "Twintig."], "2")
    assert [each.state for each in thread.steps] == ["sent", "delivered", "read", "answered", "adopted"]
    reader.feedback.seen(thread_id)
    assert reader.feedback.news() == ()
    reader.sync()
    reader.sync()
    assert reader.feedback.news() == ()


def test_without_news_a_sync_is_one_request(pair: Pair) -> None:
    reader, _ = pair
    reader.says("Vraag")
    reader.sync()
    reader.sync()
    assert reader.device.requests_of() == (reader.device.sync(), 1)


def test_a_reader_by_role_is_never_named_to_the_author(pair: Pair) -> None:
    reader, author = pair
    reader.says("Vraag", shown_as="role")
    reader.sync()
    author.sync()
    (row,) = author.inbox.rows("open")
    thread = author.inbox.thread(row.id)
    assert "Ada" not in repr((row, thread))
    assert (thread.messages[0].role, thread.messages[0].moment) == ("teacher", "2026-01-01")
    assert reader.feedback.thread(reader.feedback.mine()[0].id).messages[0].name == ""


def test_sending_twice_sends_once(pair: Pair, archive: MemoryArchive) -> None:
    reader, _ = pair
    thread_id = reader.says("Vraag")
    assert not reader.feedback.send(thread_id)
    reader.sync()
    assert not reader.feedback.send(thread_id)
    reader.sync()
    assert len(archive.said.threads) == 1


@pytest.mark.parametrize("fault", ["lost_request", "lost_answer", "duplicated", "delayed", "cut", "busy", "html"])
def test_whatever_happens_on_the_way_it_arrives_once(pair: Pair, archive: MemoryArchive, fault: str) -> None:
    reader, author = pair
    thread_id = reader.says("Vraag")
    reader.voices.comment(PAPER, "Mooi")
    reader.voices.vote(PAPER, 4)
    for place in range(4):
        reader.device.remote.faults.extend([*[None] * place, fault])  # type: ignore[list-item] # as in the list above
        try:
            reader.sync()
        except KennisbankError:
            assert reader.feedback.thread(thread_id).state in {"queued", "sent", "no_author"}
        reader.device.remote.faults.clear()
    reader.sync()
    author.sync()
    assert len(archive.said.threads) == 1
    assert [each.text for each in author.voices.comments(PAPER)] == ["Mooi"]
    assert author.voices.reception(PAPER).votes == (0, 0, 0, 1, 0)
    assert reader.feedback.thread(thread_id).state == "sent"


def test_what_an_archive_without_room_for_its_file_does_not_take_waits_and_goes_by_itself_later(
    pair: Pair, archive: MemoryArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, _ = pair
    draft = reader.feedback.save_draft(FeedbackDraft(PAPER, text="Zie de foto"))
    file = tmp_path / "foto.pdf"
    file.write_bytes(b"%PDF-1.4 een foto")
    reader.feedback.attach(draft.id, file)
    reader.feedback.send(draft.id)

    def without_room(*_: object) -> None:
        raise ArchiveRefusedError(507, "full", "No room")

    with monkeypatch.context() as patched:
        patched.setattr(reader.device.remote, "attach", without_room)
        with pytest.raises(ArchiveRefusedError, match="full"):
            reader.sync()
    assert [each.state for each in reader.feedback.mine()] == ["queued"]
    reader.sync()
    assert len(archive.said.threads) == 1
    assert [each.state for each in reader.feedback.mine()] == ["sent"]


def test_what_was_tried_and_is_not_known_to_have_arrived_cannot_be_taken_back(pair: Pair) -> None:
    reader, _ = pair
    thread_id = reader.says("Vraag")
    reader.device.remote.faults.extend([None, "lost_request"])
    with pytest.raises(ArchiveUnreachableError):
        reader.sync()
    with pytest.raises(NotSaidError, match="too_late"):
        reader.feedback.take_back(thread_id)
    with pytest.raises(NotSaidError, match="too_late"):
        reader.feedback.save_draft(replace(FeedbackDraft(PAPER, text="Anders"), id=thread_id))
    reader.sync()
    assert texts(reader.feedback.thread(thread_id)) == ["Vraag"]


def test_what_was_not_tried_yet_can_be_edited_and_taken_back(pair: Pair, archive: MemoryArchive) -> None:
    reader, _ = pair
    thread_id = reader.says("Vraag")
    draft = reader.feedback.take_back(thread_id)
    reader.sync()
    assert not archive.said.threads
    reader.feedback.save_draft(replace(draft, text="Betere vraag"))
    reader.feedback.send(thread_id)
    reader.sync()
    assert texts(reader.feedback.thread(thread_id)) == ["Betere vraag"]


def test_what_speaks_of_something_unknown_waits_until_the_archive_has_it(
    archive: MemoryArchive, device: MakeDevice
) -> None:
    with_paper(archive)
    backup = archive.backup()
    archive.put_public("contribution", "c2", a_contribution("Tweede"))
    reader = Speaker(device(archive.add_account("Ada")))
    reader.sync()
    draft = reader.feedback.save_draft(FeedbackDraft(ContributionId("c2"), text="Vraag"))
    reader.feedback.send(draft.id)
    members = archive.records.members
    archive.restore(backup)
    archive.records.members.update(members)
    for _ in range(2):
        reader.sync()
        assert reader.feedback.thread(draft.id).state == "queued"
    archive.put_public("contribution", "c2", a_contribution("Tweede"))
    reader.sync()
    assert reader.feedback.thread(draft.id).state == "no_author"


def test_what_is_refused_says_why_and_can_be_tried_again(pair: Pair, archive: MemoryArchive) -> None:
    reader, _ = pair
    thread_id = reader.says("Vraag")
    with reader.library.write() as tx:
        row = tx.acts.find(thread_id)
        assert row is not None
        tx.acts.save(replace(row, body={**row.body, "kind": "onzin"}))
    outcome = reader.sync()
    assert outcome.refused == 1
    thread = reader.feedback.thread(thread_id)
    assert (thread.state, thread.reason) == ("failed", "invalid")
    draft = reader.feedback.take_back(thread_id)
    reader.feedback.save_draft(replace(draft, kind="question"))
    reader.feedback.send(thread_id)
    reader.sync()
    assert reader.feedback.thread(thread_id).state == "sent"


def test_a_suspended_account_keeps_what_it_said(pair: Pair, archive: MemoryArchive) -> None:
    reader, _ = pair
    account = str(reader.device.account)
    thread_id = reader.says("Vraag")
    archive.suspend(account)
    with pytest.raises(ArchiveRefusedError):
        reader.sync()
    assert reader.feedback.thread(thread_id).state == "queued"
    archive.suspend(account, is_suspended=False)
    reader.sync()
    assert reader.feedback.thread(thread_id).state == "sent"


def test_who_is_not_logged_in_keeps_the_draft(archive: MemoryArchive, device: MakeDevice) -> None:
    with_paper(archive)
    visitor = Speaker(device(None))
    visitor.sync()
    draft = visitor.feedback.save_draft(FeedbackDraft(PAPER, text="Vraag"))
    with pytest.raises(NotLoggedInError):
        visitor.feedback.send(draft.id)
    assert visitor.feedback.draft(PAPER) == draft
    visitor.device.log_in(archive.add_account("Ada"))
    visitor.feedback.send(draft.id)
    visitor.sync()
    assert visitor.feedback.thread(draft.id).state == "no_author"


def test_another_account_on_the_same_home_sees_nothing_of_the_first(pair: Pair, archive: MemoryArchive) -> None:
    reader, author = pair
    thread_id = reader.says("Vraag")
    reader.sync()
    author.sync()
    (row,) = author.inbox.rows("open")
    author.inbox.save_reply_draft(row.id, "Bijna af")
    author.device.log_in(archive.add_account("Cas"))
    author.sync()
    assert author.inbox.counts() == InboxCounts()
    assert author.inbox.reply_draft(row.id) == ""
    assert author.feedback.mine() == ()
    author.device.log_in(archive.said.threads and next(iter(archive.said.authors[PAPER])))
    assert author.inbox.reply_draft(row.id) == "Bijna af"
    assert thread_id not in repr(author.inbox.rows("open"))


def test_a_restored_archive_is_told_again_in_the_same_words(pair: Pair, archive: MemoryArchive) -> None:
    reader, author = pair
    empty = archive.backup()
    thread_id = reader.says("Vraag")
    reader.voices.comment(PAPER, "Mooi")
    reader.sync()
    author.sync()
    (row,) = author.inbox.rows("open")
    author.inbox.reply(row.id, "Antwoord")
    author.sync()
    with reader.library.read() as tx:
        sent = {each.id: each.sent for each in tx.acts.of(tx.viewer, ("accepted", "heard"))}
    archive.restore(empty)
    author.sync()
    assert texts(author.inbox.thread(row.id)) == ["Vraag", "Antwoord"]
    reader.sync()
    author.sync()
    reader.sync()
    assert texts(reader.feedback.thread(thread_id)) == ["Vraag", "Antwoord"]
    assert texts(author.inbox.thread(row.id)) == ["Vraag", "Antwoord"]
    assert [each.text for each in author.voices.comments(PAPER)] == ["Mooi"]
    with reader.library.read() as tx:
        assert {each.id: each.sent for each in tx.acts.of(tx.viewer, ("accepted", "heard"))} == sent
    assert len(archive.said.threads) == 1


def test_an_attached_file_goes_first_and_comes_out_whole(pair: Pair, tmp_path: Path) -> None:
    reader, author = pair
    file = tmp_path / "tabel.txt"
    file.write_text("een tabel")
    draft = reader.feedback.save_draft(FeedbackDraft(PAPER, text="Zie bijlage", link="https://example.org"))
    reader.feedback.attach(draft.id, file)
    reader.feedback.send(draft.id)
    reader.sync()
    names = [each.name for each in reader.device.remote.log]
    assert names.index("attach") < names.index("act")
    author.sync()
    (row,) = author.inbox.rows("open")
    attached = author.inbox.thread(row.id).messages[0].attachment
    assert attached is not None
    assert (attached.name, attached.size) == ("tabel.txt", 9)
    target = author.inbox.fetch(attached.id, tmp_path / "binnen.txt")
    assert target.read_text() == "een tabel"


def test_a_file_that_is_gone_from_this_machine_fails_what_it_went_with(pair: Pair, tmp_path: Path) -> None:
    reader, _ = pair
    file = tmp_path / "tabel.txt"
    file.write_text("een tabel")
    draft = reader.feedback.save_draft(FeedbackDraft(PAPER, text="Zie bijlage"))
    attached = reader.feedback.attach(draft.id, file).attachment
    assert attached is not None
    assert attached.path is not None
    reader.feedback.send(draft.id)
    attached.path.unlink()
    reader.sync()
    assert reader.feedback.thread(draft.id).reason == "file_unreadable"


@pytest.mark.parametrize("reason", ["erased", "hidden"])
def test_what_was_taken_away_is_nowhere_any_more(pair: Pair, archive: MemoryArchive, reason: GoneReason) -> None:
    reader, author = pair
    thread_id = reader.says("Geheime vraag")
    reader.voices.comment(PAPER, "Geheime opmerking")
    reader.sync()
    author.sync()
    (row,) = author.inbox.rows("open")
    (comment,) = author.voices.comments(PAPER)
    archive.acts.take_message(thread_id, reason)
    archive.take_out("comment", comment.id, reason, "Niet netjes")
    for each in (reader, author):
        each.sync()
        with each.library.read() as tx:
            dump = repr([tx.connection.exec_driver_sql(f"SELECT * FROM {table}").all() for table in (
                "acts", "mailbox_items", "comments", "bases")])  # fmt: skip
        assert "Geheime" not in dump
    assert author.inbox.thread(row.id).messages[0].gone == reason
    told = author.voices.comments(PAPER)
    assert [(each.gone, each.words) for each in told] == ([("hidden", "Niet netjes")] if reason == "hidden" else [])


def test_comments_on_what_comes_later_hang_where_they_belong(archive: MemoryArchive, device: MakeDevice) -> None:
    """The archive knows the paper by another id than this library, which brought it in itself."""
    here = Speaker(device(archive.add_account("Ada")))
    archive.put_public("contribution", "c2", a_contribution("Tweede"))
    here.sync()
    archive.put_public("comment", "k1", a_comment("c9"))
    archive.put_public("reception", "c9", {"votes": [0, 0, 0, 0, 1], "tags": ["les 4"]})
    here.sync()
    with here.library.write() as tx:
        found = tx.contributions.find(ContributionId("c2"))
        assert found is not None
        tx.contributions.add(replace(found, id=ContributionId("local"), files=()))
    archive.put_public("contribution", "c9", a_contribution("Tweede"))
    here.sync()
    with here.library.read() as tx:
        local = tx.synced.local_ids(tx.archives.link().id, "contribution", ["c9"])["c9"]  # type: ignore[union-attr] # it is connected
    assert [each.id for each in here.voices.comments(ContributionId(local))] == ["k1"]
    assert here.voices.reception(ContributionId(local)).tags == ("les 4",)


def a_comment(contribution: str, **values: object) -> dict[str, object]:
    return {
        "contribution": contribution,
        "name": "Bea",
        "role": "author",
        "text": "Dank",
        "created": "2026-01-02T03:04:05.000000+00:00[UTC]",
        **values,
    }


def test_replies_hang_on_what_they_reply_to(pair: Pair) -> None:
    reader, author = pair
    reader.voices.comment(PAPER, "Mooi")
    (own,) = reader.voices.comments(PAPER)
    assert (own.is_mine, own.state, own.name) == (True, "queued", "Ada")
    reader.voices.comment(PAPER, "En nog iets", own.id)
    reader.sync()
    author.sync()
    author.voices.comment(PAPER, "Dank", own.id)
    with pytest.raises(NotSaidError, match="no_reply"):
        author.voices.comment(PAPER, "Nee", author.voices.comments(PAPER)[0].replies[0].id)
    author.sync()
    reader.sync()
    (told,) = reader.voices.comments(PAPER)
    assert [(each.text, each.is_mine, each.state) for each in told.replies] == [
        ("Dank", False, "accepted"),
        ("En nog iets", True, "accepted"),
    ] or {each.text for each in told.replies} == {"Dank", "En nog iets"}
    reader.voices.withdraw_comment(own.id)
    assert Comment(own.id, PAPER, "Ada", "teacher", "Mooi", "") not in reader.voices.comments(PAPER)
    reader.sync()
    author.sync()
    (left,) = author.voices.comments(PAPER)
    assert (left.gone, left.text, len(left.replies)) == ("deleted", "", 2)


def test_the_last_vote_counts_and_is_counted_in_at_once(pair: Pair) -> None:
    reader, author = pair
    reader.voices.vote(PAPER, 2)
    reader.sync()
    reader.voices.vote(PAPER, 5)
    found = reader.voices.reception(PAPER)
    assert (found.own, found.is_waiting, found.votes, found.mean) == (5, True, (0, 0, 0, 0, 1), 5.0)
    reader.sync()
    author.sync()
    assert author.voices.reception(PAPER).votes == (0, 0, 0, 0, 1)
    assert reader.voices.reception(PAPER).own == 5
    reader.voices.vote(PAPER, 0)
    assert reader.voices.reception(PAPER).mean is None


def test_proposals_claims_and_versions_come_back_as_they_stand(pair: Pair, tmp_path: Path) -> None:
    reader, _ = pair
    file = tmp_path / "versie.pdf"
    file.write_bytes(b"%PDF-1.4 een versie")
    reader.voices.tag(PAPER, "les  4")
    reader.inbox.claim(PAPER, "Ada")
    reader.inbox.submit_version(PAPER, file, "Nieuwe tabel")
    reader.inbox.set_notify("daily")
    assert [each.state for each in reader.inbox.claims()] == ["queued"]
    reader.sync()
    assert [(each.value, each.state) for each in reader.voices.proposals()] == [("les 4", "waiting")]
    (claim,) = reader.inbox.claims()
    assert (claim.state, claim.title) == ("waiting", "Toetsen")
    assert [each.state for each in reader.inbox.submissions()] == ["waiting"]
    assert reader.inbox.notify() == "daily"
    reader.inbox.confirm(claim.id, "123456")
    reader.sync()
    assert reader.inbox.claims()[0].answer == "wrong_code"
    reader.inbox.withdraw("claim", claim.id)
    reader.sync()
    assert reader.inbox.claims() == ()
