"""Checking the links of a contribution: what is kept, what is waited for, and what is said without a network."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pymupdf
import pytest

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.domain.ids import ContributionId
from kennisbank.errors import Cancelled
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.net.link_probe import LinkProbe, ProbeAnswer
from kennisbank.services.link_check import LinkService
from kennisbank.tasks.context import JobContext, Progress

A, B, C = "https://a.test/1", "https://a.test/2", "https://b.test/3"


class FakeProbe(LinkProbe):
    """Answers what it was told to, and notes what was asked and when by its own clock, which goes on by hand."""

    def __init__(self, answers: dict[str, ProbeAnswer]) -> None:
        super().__init__()
        self.answers = answers
        self.asked: list[tuple[str, float]] = []
        self.time = 0.0

    def ask(self, uri: str) -> ProbeAnswer:
        self.asked.append((uri, self.time))
        return self.answers[uri]


class Context(JobContext):
    """Its pauses let the clock of the probe go on."""

    def __init__(self, probe: FakeProbe, on_progress: Callable[[Progress], None] | None = None) -> None:
        super().__init__(on_progress)
        self.probe = probe

    def pause(self, seconds: float) -> None:
        self.probe.time += seconds


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Kennisbank]:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 72), "Een tekst met drie links naar buiten")
    for number, uri in enumerate((A, B, C, "mailto:iemand@a.test")):
        page.insert_link(
            {"kind": pymupdf.LINK_URI, "uri": uri, "from": pymupdf.Rect(72, 100 + 20 * number, 90, 110 + 20 * number)}
        )
    (tmp_path / "papers").mkdir()
    document.save(tmp_path / "papers" / "links.pdf")
    document.close()
    with open_kennisbank(tmp_path / "home") as kennisbank:
        kennisbank.importing.run(ImportRequest((tmp_path / "papers",), None, "", is_rehearsal=False))
        yield kennisbank


@pytest.fixture
def paper(opened: Kennisbank) -> ContributionId:
    return opened.catalogue.all()[0].id


def service(opened: Kennisbank, probe: FakeProbe) -> LinkService:
    return LinkService(opened.library, probe, clock=lambda: probe.time)


def test_each_answer_is_kept_with_its_moment(opened: Kennisbank, paper: ContributionId) -> None:
    probe = FakeProbe({A: ProbeAnswer("ok", 200), B: ProbeAnswer("gone", 404), C: ProbeAnswer("unreachable")})
    links = service(opened, probe)
    assert [link.check for link in links.links(paper)] == [None] * 4
    report = links.check(paper, Context(probe))
    found = {link.uri: link.check.outcome for link in report.links if link.check}
    assert found == {A: "ok", B: "gone", C: "unreachable"}
    assert not report.is_offline
    assert report.changes.ids("link") == {A, B, C}
    probe.answers[B] = ProbeAnswer("ok", 200)
    assert {link.check.outcome for link in links.check(paper, Context(probe)).links if link.check} == {
        "ok",
        "unreachable",
    }


def test_a_host_is_asked_once_a_second_and_others_in_between(opened: Kennisbank, paper: ContributionId) -> None:
    probe = FakeProbe(dict.fromkeys((A, B, C), ProbeAnswer("ok", 200)))
    service(opened, probe).check(paper, Context(probe))
    assert probe.asked == [(A, 0.0), (C, 0.0), (B, 1.0)]


def test_without_a_network_nothing_is_kept(opened: Kennisbank, paper: ContributionId) -> None:
    probe = FakeProbe(dict.fromkeys((A, B, C), ProbeAnswer("unreachable", is_offline=True)))
    report = service(opened, probe).check(paper, Context(probe))
    assert report.is_offline
    assert not report.changes
    assert [link.check for link in report.links] == [None] * 4


def test_one_name_that_is_not_found_now_is_no_lack_of_a_network(opened: Kennisbank, paper: ContributionId) -> None:
    probe = FakeProbe(dict.fromkeys((A, B, C), ProbeAnswer("ok", 200)))
    probe.answers[A] = ProbeAnswer("unreachable", is_offline=True)
    report = service(opened, probe).check(paper, Context(probe))
    assert {link.uri: link.check.outcome for link in report.links if link.check} == {A: "unreachable", B: "ok", C: "ok"}
    assert not report.is_offline


def test_cancelling_keeps_what_was_answered(opened: Kennisbank, paper: ContributionId) -> None:
    probe = FakeProbe(dict.fromkeys((A, B, C), ProbeAnswer("ok", 200)))
    ctx = Context(probe, lambda progress: ctx.cancel() if progress.done == 1 else None)
    links = service(opened, probe)
    with pytest.raises(Cancelled):
        links.check(paper, ctx)
    assert [link.uri for link in links.links(paper) if link.check] == [A, C]


def test_a_pause_ends_when_the_job_is_cancelled() -> None:
    ctx = JobContext()
    ctx.pause(0)
    ctx.cancel()
    with pytest.raises(Cancelled):
        ctx.pause(600)
