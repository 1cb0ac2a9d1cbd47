"""Histories of what readers and authors say to each other, with everything that goes wrong on the way.

What must hold at the end of every one of them: each feedback, answer, comment and verdict is at the archive exactly
once, whatever was lost, repeated, delayed or killed; everybody who takes part sees the same; no draft is lost; and then
there is peace: another sync is one request and changes nothing.
"""

from collections import Counter
from contextlib import suppress
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from kennisbank.domain.correspondence import FeedbackDraft, Verdict
from kennisbank.domain.ids import ContributionId
from kennisbank.errors import NotSaidError
from kennisbank.sync.memory_remote import Backup, MemoryArchive
from tests.sync.remote_contract import a_contribution
from tests.sync.saying_devices import Speaker, texts
from tests.sync.sync_devices import Device
from tests.sync.sync_machine import FAULTS, _survived, libraries

PAPERS = [ContributionId(f"c1c1c1c1-0000-4000-8000-00000000000{number}") for number in range(2)]
VERDICTS: list[Verdict] = ["answered", "adopted", "declined", "open"]
WHO = st.integers(0, 2)
CHOICES = st.integers(0, 9)
_MOST = 8


class SaidMachine(RuleBasedStateMachine):
    """A reader with two machines, and an author of both papers with one."""

    def __init__(self) -> None:
        super().__init__()
        self.archive = MemoryArchive()
        self.speakers: list[Speaker] = []
        self.backups: list[Backup] = []
        self.restores = 0
        self.count = 0
        self.said: Counter[str] = Counter()
        self.commented: set[str] = set()
        self.drafts: dict[str, tuple[int, str]] = {}

    @initialize()
    def begin(self) -> None:
        for number, paper in enumerate(PAPERS):
            self.archive.put_public("contribution", paper, a_contribution(f"Titel {number}"))
        reader, author = self.archive.add_account("Ada"), self.archive.add_account("Bea")
        for paper in PAPERS:
            self.archive.grant(author, paper)
        for library, account in zip(libraries(), (reader, reader, author), strict=False):
            self.speakers.append(Speaker(Device(library, self.archive, account)))
        for each in self.speakers:
            each.sync()
        self.back_up()
        self.send(0, 0)
        self.speakers[0].sync()
        self.speakers[2].sync()

    def token(self) -> str:
        self.count += 1
        return f"w{self.count}"

    # What is said.

    @rule(who=st.integers(0, 1), number=CHOICES)
    def send(self, who: int, number: int) -> None:
        text = self.token()
        draft = FeedbackDraft(PAPERS[number % 2], text=text, shown_as="role" if number % 3 == 0 else "name")
        draft = self.speakers[who].feedback.save_draft(draft)
        self.speakers[who].feedback.send(draft.id)
        self.said[text] += 1

    @rule(who=st.integers(0, 1), number=CHOICES)
    def write_a_draft(self, who: int, number: int) -> None:
        text = self.token()
        draft = self.speakers[who].feedback.save_draft(FeedbackDraft(PAPERS[number % 2], text=text))
        self.drafts[draft.id] = (who, text)

    @precondition(lambda self: self.drafts)
    @rule(number=CHOICES)
    def send_a_draft(self, number: int) -> None:
        chosen = sorted(self.drafts)[number % len(self.drafts)]
        who, text = self.drafts.pop(chosen)
        for _ in range(2):
            self.speakers[who].feedback.send(chosen)
        self.said[text] += 1

    @rule(who=st.integers(0, 1), number=CHOICES)
    def take_back(self, who: int, number: int) -> None:
        queued = [each for each in self.speakers[who].feedback.mine() if each.state == "queued"]
        if queued:
            chosen = queued[number % len(queued)]
            with suppress(NotSaidError):
                draft = self.speakers[who].feedback.take_back(chosen.id)
                self.said -= Counter(draft.text.split("\n\n"))
                self.drafts[draft.id] = (who, draft.text)

    @rule(who=WHO, number=CHOICES)
    def answer(self, who: int, number: int) -> None:
        thread = self.chosen(who, number)
        if thread is not None:
            text = self.token()
            self.service(who).save_reply_draft(thread, text)
            assert self.service(who).reply_draft(thread) == text
            self.service(who).reply(thread, text)
            assert self.service(who).reply_draft(thread) == ""
            self.said[text] += 1

    @rule(number=CHOICES, verdict=st.sampled_from(VERDICTS))
    def judge(self, number: int, verdict: Verdict) -> None:
        thread = self.chosen(2, number)
        if thread is not None:
            self.speakers[2].inbox.judge(thread, verdict)

    @rule(who=WHO, number=CHOICES)
    def look(self, who: int, number: int) -> None:
        thread = self.chosen(who, number)
        if thread is not None:
            self.service(who).seen(thread)

    @rule(who=WHO, number=CHOICES)
    def comment(self, who: int, number: int) -> None:
        text = self.token()
        voices = self.speakers[who].voices
        tops = [each for each in voices.comments(PAPERS[number % 2]) if not each.gone]
        voices.comment(PAPERS[number % 2], text, tops[-1].id if tops and number > 4 else None)
        self.commented.add(text)

    @rule(who=WHO, number=CHOICES, stars=st.integers(0, 5))
    def vote(self, who: int, number: int, stars: int) -> None:
        self.speakers[who].voices.vote(PAPERS[number % 2], stars)
        assert self.speakers[who].voices.reception(PAPERS[number % 2]).own == stars

    def service(self, who: int) -> Any:
        return self.speakers[who].inbox if who == 2 else self.speakers[who].feedback

    def chosen(self, who: int, number: int) -> str | None:
        speaker = self.speakers[who]
        if who == 2:
            found = [each.id for folder in ("open", "done") for each in speaker.inbox.rows(folder)]
        else:
            found = [each.id for each in speaker.feedback.mine() if each.state != "draft"]
        return sorted(found)[number % len(found)] if found else None

    # What happens meanwhile.

    @rule()
    def back_up(self) -> None:
        self.backups.append(self.archive.backup())

    @precondition(lambda self: self.backups and self.restores < 2)
    @rule(number=CHOICES)
    def restore(self, number: int) -> None:
        self.restores += 1
        self.archive.restore(self.backups[number % len(self.backups)])

    @rule(who=WHO)
    def sync(self, who: int) -> None:
        self.speakers[who].sync()

    @rule(who=WHO, faults=st.lists(st.sampled_from([None, *FAULTS]), min_size=1, max_size=5))
    def sync_through_a_bad_network(self, who: int, faults: list[Any]) -> None:
        with _survived(self.speakers[who].device, faults):
            self.speakers[who].sync()

    @rule(who=WHO, commit=st.integers(1, 9), after=st.booleans())
    def sync_and_be_killed(self, who: int, commit: int, after: bool) -> None:
        self.speakers[who].device.sync_and_die(commit, after=after)

    @rule()
    def what_was_on_its_way_arrives(self) -> None:
        self.archive.arrive()

    # What must hold.

    def teardown(self) -> None:
        if self.speakers:
            self.archive.arrive()
            self._until_peace()
            self._everything_is_there_once()
            self._all_see_the_same()

    def _until_peace(self) -> None:
        for _ in range(_MOST):
            done = [each.device.requests_of() for each in self.speakers]
            assert not any(outcome.differs for outcome, _ in done)
            if all(requests == 1 and not outcome.changes for outcome, requests in done):
                return
        raise AssertionError("no end to it")

    def _everything_is_there_once(self) -> None:
        there = Counter(each.text for thread in self.archive.said.threads.values() for each in thread.messages)
        assert there == +self.said
        comments = [each for each in self.archive.records.records.values() if each.kind == "comment"]
        assert sorted(str((each.body or {})["text"]) for each in comments) == sorted(self.commented)
        for draft, (who, text) in self.drafts.items():
            assert {each.id: each.text for each in self.speakers[who].feedback.drafts()}[draft] == text
        for each in self.speakers:
            with each.library.read() as tx:
                assert not tx.acts.of(tx.viewer, ("queued", "sent", "failed"))

    def _all_see_the_same(self) -> None:
        kept = self.archive.said.threads
        for who in (0, 1):
            feedback = self.speakers[who].feedback
            sent = {each.id: each for each in feedback.mine() if each.state != "draft"}
            assert sent.keys() == kept.keys()
            for each, row in sent.items():
                assert texts(feedback.thread(each)) == [message.text for message in kept[each].messages]
                assert row.state == kept[each].state
        inbox = self.speakers[2].inbox
        rows = [each for folder in ("open", "done") for each in inbox.rows(folder)]
        assert Counter(tuple(texts(inbox.thread(each.id))) for each in rows) == Counter(
            tuple(message.text for message in each.messages) for each in kept.values()
        )
        assert sum((inbox.counts().open, inbox.counts().done)) == len(kept)
        for paper in PAPERS:
            assert len({repr(each.voices.reception(paper).votes) for each in self.speakers}) == 1
            own = [each.voices.reception(paper).own for each in self.speakers[:2]]
            assert own[0] == own[1] == self.archive.said.votes.get((str(self.speakers[0].device.account), paper), 0)
