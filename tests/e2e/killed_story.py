"""Feedback written, sent, let through, mailed, answered and seen, with each process killed in the midst of its work.

As `killed_loop`, with processes that are told where to die (`fatal_points`) instead of being killed after some time: few
programs, every kill at work, and the same again for the same seed, which chooses points, order and ways.
"""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from kennisbank.domain.annotation import Anchor, Piece, Quote
from kennisbank.domain.correspondence import FeedbackDraft
from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.domain.results import SearchRequest
from tests.e2e.killed_ground import PEOPLE, Ground, command, publish
from tests.e2e.mortals import Birth, Mortal, Nursery, Point

T = TypeVar("T")
SENTENCE = "Het aanpassen kostte gemiddeld twee uur per les."
TEXT, BEGINNING, ANSWER = "Welke aanpassing kostte de meeste tijd?", "Welke aan", "Het zoeken van voorbeelden."
UNSENT = "Dit schrijf ik een andere keer af."
NEW_TITLE = "Lesmateriaal ruilen"
IN_HAND_MINUTES = 6
"""After how long a message is tried again that somebody took in hand and never reported (`outgoing.IN_HAND`)."""


class Story:
    """One run of the loop in a copy of the ground. `kills` tells who died where."""

    def __init__(self, nursery: Nursery, ground: Ground, folder: Path, seed: int, *, is_broken: bool = False) -> None:
        """Copy `ground` into `folder`; the clients of a story that `is_broken` have a fault."""
        self._nursery, self._ground, self._folder = nursery, ground, folder
        self._chance, self._is_broken = Random(seed), is_broken
        for part in ("archive", *PEOPLE):
            shutil.copytree(ground.folder / part, folder / part)
        ground.sink.received.clear()
        self._data = folder / "archive"
        self._clients: dict[str, Mortal] = {}
        self._archive: Mortal | None = None
        self.kills: list[str] = []

    def run(self) -> None:
        """Tell the story, and look that everything is there once."""
        draft = self._written()
        self._archive = self._served()
        ways = [self._late, self._unanswered]
        self._chance.shuffle(ways)
        ways[0]("reader")
        self._round()
        self._mailed()
        publish(self._data, NEW_TITLE)  # while the author hasn't read it, and the reader waits
        self._adopted()
        ways[1]("author")
        self._heard(draft)
        self._check(draft)

    def come_in_late(self) -> int:
        """Tell no more of the story than that the feedback comes in late and twice; return how many that makes."""
        self._written()
        self._archive = self._served()
        self._late("reader")
        return self._at_the_archive()["threads"]

    def meet(self) -> int:
        """Have a second program at the reader's home while the first waits for the archive; return how many threads.

        What is on its way can't be taken back there, nor sent once more; what is written there goes too.
        """
        draft = self._written()
        self._archive = self._served()
        held = Point("acts.read", does="hold")
        self._archive.arm(held)
        self._client("reader").begin("syncing.run")
        self._archive.comes(held)
        first = self._clients.pop("reader")
        self._fails("reader", "LibraryBusyError")
        self._fails("reader", "NotSaidError", "feedback.take_back", draft)
        self._ask("reader", "feedback.send", draft)
        (other,) = self._ask("reader", "feedback.drafts")
        self._ask("reader", "feedback.send", other.id)
        self._archive.let_go()
        first.answer()
        first.end()
        self._syncs("reader")
        assert not self._ask("reader", "syncing.waiting")
        return self._at_the_archive()["threads"]

    def end(self) -> None:
        """Let nobody live on: the next story's archive needs the port."""
        for each in (*self._clients.values(), *([self._archive] if self._archive else [])):
            each.kill()

    # The parts of the story.

    def _written(self) -> str:
        """Write two drafts and send one of them, offline; return its id."""
        paper = self._ground.paper["reader"]
        place = Anchor(FileHash("ab" * 32), (Piece(2, 23, 23 + len(SENTENCE), ()),), Quote(SENTENCE))
        unsent = self._ask("reader", "feedback.save_draft", FeedbackDraft(paper, text=UNSENT))
        begun = self._ask("reader", "feedback.save_draft", FeedbackDraft(paper, "question", BEGINNING, place,
                                                                         shown_as="role"))  # fmt: skip
        whole = replace(begun, text=TEXT)
        self._dies("reader", self._a_commit(), "feedback.save_draft", whole)
        drafts = {each.id: each.text for each in self._ask("reader", "feedback.drafts")}
        assert drafts.keys() == {unsent.id, begun.id}
        assert drafts[begun.id] in {BEGINNING, TEXT}
        self._twice("reader", "feedback.save_draft", whole)
        self._dies("reader", self._a_commit(), "feedback.send", begun.id)
        self._twice("reader", "feedback.send", begun.id)
        self._fails("reader", "ArchiveUnreachableError")
        self._fails("reader", "ArchiveUnreachableError")
        return str(begun.id)

    def _late(self, who: str) -> None:
        """Have what somebody says not leave, be lost in the archive's transaction, and come in late and twice."""
        self._dies(who, Point("acts.sent", "before"), "syncing.run")
        self._archive_dies(who, Point("acts.carried_out", "after"))
        archive = self._running()
        held = Point("acts.read", does="hold")
        archive.arm(held)
        self._client(who).begin("syncing.run")
        archive.comes(held)
        self._killed(who, "waiting for an answer")
        self._dies(who, Point("acts.sent", "after"), "syncing.run")
        late = Point("acts.committed", does="tell")
        archive.arm(late)
        archive.let_go()
        archive.comes(late)
        self._dies(who, Point("mailbox.fetched", "after"), "syncing.run")
        self._syncs(who)

    def _unanswered(self, who: str) -> None:
        """Have what somebody says carried out, and the answer lost."""
        self._archive_dies(who, Point("acts.committed"))
        self._dies(who, Point("receipts.asked", self._one_of("before", "after")), "syncing.run")
        self._dies(who, Point("mailbox.fetched", "after"), "syncing.run")
        self._syncs(who)

    def _round(self) -> None:
        """Have the daily round broken off, and done again, twice."""
        words = ("daily", "--data", str(self._data), "--json")
        point = self._one_of(
            Point("round.released", "after"), Point("round.noted", "before"), Point("round.noted", "after")
        )
        broken_off = self._nursery.bear(Birth(words=words, points=(point,)))
        broken_off.dies()
        self._note("round", point)
        for _ in range(2):
            assert not command(self._nursery, *words)["failed"]

    def _mailed(self) -> None:
        """Have the archive die over a mail; it leaves once more when whoever had it in hand must have given up."""
        self._running().kill()
        point = Point("mail.sent", self._one_of("before", "after"))
        self._archive = self._ground.served(self._nursery, self._data, point)
        self._archive.dies()
        self._note("archive", point)
        self._archive = self._ground.served(self._nursery, self._data, later_minutes=IN_HAND_MINUTES)
        self._ground.sink.wait_for(1 if point.when == "before" else 2)
        self._archive.kill()
        self._archive = self._ground.served(self._nursery, self._data, later_minutes=60)

    def _adopted(self) -> None:
        """Have the author read it and adopt it with an answer."""
        self._dies("author", Point("mailbox.fetched", "after"), "syncing.run")
        self._dies("author", self._index_point(), "syncing.run")
        self._syncs("author", "author", "reader")
        (row,) = self._ask("author", "inbox.rows", "open")
        thread = self._ask("author", "inbox.thread", row.id)
        assert [each.text for each in thread.messages] == [TEXT]
        assert thread.anchor.quote.exact == SENTENCE
        self._twice("author", "inbox.seen", row.id)
        self._ask("author", "inbox.save_reply_draft", row.id, ANSWER[:9])
        self._dies("author", self._a_commit(), "inbox.save_reply_draft", row.id, ANSWER)
        assert self._ask("author", "inbox.reply_draft", row.id) in {ANSWER[:9], ANSWER}
        self._twice("author", "inbox.save_reply_draft", row.id, ANSWER)
        said = ("inbox.reply", row.id, ANSWER)
        self._dies("author", self._a_commit(), *said, verdict="adopted", version="2")
        if self._ask("author", "inbox.reply_draft", row.id):  # as people see: it stands there still, or it went
            self._ask("author", *said, verdict="adopted", version="2")

    def _heard(self, draft: str) -> None:
        """Have the reader hear of it."""
        self._dies("reader", Point("mailbox.fetched", "after"), "syncing.run")
        people = [*PEOPLE, *PEOPLE]
        self._chance.shuffle(people)
        self._syncs(*people)
        self._twice("reader", "feedback.seen", draft)
        self._syncs("reader", "author", "reader")

    def _check(self, draft: str) -> None:
        """See that there is one feedback and one answer, adopted, at all three; that nothing is lost, and peace."""
        mine = {each.id: each.state for each in self._ask("reader", "feedback.mine")}
        assert sorted(mine.values()) == ["adopted", "draft"], mine
        thread = self._ask("reader", "feedback.thread", draft)
        assert [each.text for each in thread.messages] == [TEXT, ANSWER]
        assert (thread.state, thread.version, thread.title) == ("adopted", "2", NEW_TITLE)
        assert thread.anchor.quote.exact == SENTENCE
        assert [each.text for each in self._ask("reader", "feedback.drafts")] == [UNSENT]
        (theirs,) = self._ask("author", "inbox.rows", "done")
        assert not self._ask("author", "inbox.rows", "open")
        seen = self._ask("author", "inbox.thread", theirs.id)
        assert [each.text for each in seen.messages] == [TEXT, ANSWER]
        assert (seen.state, theirs.id == draft) == ("adopted", False)
        for who in PEOPLE:
            assert self._ask(who, "syncing.run").requests == 1, f"{who} finds no peace"
            assert not self._ask(who, "syncing.waiting")
            assert self._finds(who, "ruilen") == [self._ground.paper[who]]
            assert not self._finds(who, "delen")
        assert self._at_the_archive() == {"threads": 1, "thread_messages": 2, "outgoing": 0}
        sink = self._ground.sink
        assert len(sink.ids(PEOPLE["author"])) == 1, "one mail, known by its id however often it comes"
        assert {who for who, _ in sink.received} == {PEOPLE["author"]}

    def _at_the_archive(self) -> dict[str, int]:
        tables = ("threads", "thread_messages", "outgoing")
        with closing(sqlite3.connect(f"file:{self._data / 'archive.sqlite'}?mode=ro", uri=True)) as database:
            return {each: database.execute(f"SELECT count(*) FROM {each}").fetchone()[0] for each in tables}

    def _finds(self, who: str, word: str) -> list[ContributionId]:
        found = self._ask(who, "searching.find", SearchRequest(word, is_strict=True))
        return [each.contribution for each in found.results.hits]

    # How people and processes are.

    def _client(self, who: str) -> Mortal:
        if who not in self._clients:
            self._clients[who] = self._ground.client(self._nursery, self._folder, who, is_broken=self._is_broken)
        return self._clients[who]

    def _served(self) -> Mortal:
        return self._ground.served(self._nursery, self._data)

    def _running(self) -> Mortal:
        assert self._archive is not None
        return self._archive

    def _ask(self, who: str, name: str, *arguments: Any, **keywords: Any) -> Any:
        return self._client(who).ask(name, *arguments, **keywords)

    def _twice(self, who: str, name: str, *arguments: Any) -> None:
        for _ in range(2):
            self._ask(who, name, *arguments)

    def _syncs(self, *people: str) -> None:
        for who in people:
            self._twice(who, "syncing.run")

    def _fails(self, who: str, error: str, name: str = "syncing.run", *arguments: Any) -> None:
        client = self._client(who)
        client.begin(name, *arguments)
        assert client.error() == error

    def _dies(self, who: str, point: Point, name: str, *arguments: Any, **keywords: Any) -> None:
        """Have somebody's program die at a point of what it does; it is started again when it is needed."""
        client = self._client(who)
        client.arm(point)
        client.begin(name, *arguments, **keywords)
        client.dies()
        del self._clients[who]
        self._note(who, point)

    def _killed(self, who: str, why: str) -> None:
        self._clients.pop(who).kill()
        self.kills.append(f"{who} {why}")

    def _archive_dies(self, who: str, point: Point) -> None:
        """Have the archive die at a point of somebody's sync, and start it again."""
        archive = self._running()
        archive.arm(point)
        client = self._client(who)
        client.begin("syncing.run")
        archive.dies()
        assert client.error() == "ArchiveUnreachableError"
        self._note("archive", point)
        self._archive = self._served()

    def _note(self, who: str, point: Point) -> None:
        self.kills.append(f"{who} {point.when} {point.place}")

    def _a_commit(self) -> Point:
        return Point("library.write", self._one_of("inside", "after"))

    def _index_point(self) -> Point:
        return self._one_of(
            Point("index.segment", "after"), Point("index.commit", "before"), Point("index.commit", "after")
        )

    def _one_of(self, *choices: T) -> T:
        return self._chance.choice(choices)
