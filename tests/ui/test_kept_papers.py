"""What of open papers is kept: to and from the settings, without those that have gone, and those closed last."""

from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.ui.models.kept_papers import ClosedPapers, KeptPaper, KeptTabs, kept_tabs

IDS = st.text("abcdef", min_size=1, max_size=3).map(ContributionId)
PAPERS = st.builds(KeptPaper, IDS, st.text(max_size=20), st.none() | st.just(FileHash("f" * 64)))


@st.composite
def tabs(draw: st.DrawFn) -> KeptTabs:
    papers = draw(st.lists(PAPERS, max_size=8, unique_by=lambda paper: paper.contribution))
    front = draw(st.integers(0, max(0, len(papers) - 1)))
    return KeptTabs(draw(st.text(max_size=10)), tuple(papers), front, draw(st.booleans()))


@given(tabs())
def test_what_is_written_comes_back(kept: KeptTabs) -> None:
    assert kept_tabs(kept.written()) == kept


@given(
    st.text(max_size=60) | st.sampled_from(['{"papers": 3}', "[" * 5000, '{"home": "", "papers": [[1]], "front": 0}'])
)
def test_anything_else_is_nothing(text: str) -> None:
    assert kept_tabs(text) == KeptTabs()


@given(tabs(), st.sets(IDS))
def test_the_front_stays_the_same_paper_while_that_is_here(kept: KeptTabs, here: set[ContributionId]) -> None:
    left = kept.among(here)
    assert [paper for paper in kept.papers if paper.contribution in here] == list(left.papers)
    if kept.papers and kept.papers[kept.front].contribution in here:
        assert left.papers[left.front] == kept.papers[kept.front]
    assert 0 <= left.front < max(1, len(left.papers))


def test_the_last_one_closed_comes_back_first_and_each_stands_once() -> None:
    closed, (a, b) = ClosedPapers(), (KeptPaper(ContributionId(each), each) for each in "ab")
    for paper in (a, b, a):
        closed.put(paper)
    assert list(closed.papers) == [a, b]
    assert closed.take(b.contribution) == b
    assert closed.take() == a
    assert closed.take() is None
