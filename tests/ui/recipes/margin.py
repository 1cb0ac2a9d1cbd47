"""Pictures of the margin: cards at their passages, one being written in, a crowd, a newer version, folded."""

from dataclasses import replace

from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import Annotation, AnnotationEdit, AnnotationKind
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.ui.reader.margin import Margin
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.views.reader import ReadingView
from tests.ui.recipes.recipe import Recipe, Stage

KERNEL = "Mooi begin voor blok 2: de docent als router. Naast de les over protocollen leggen."


def a_paper(stage: Stage) -> Contribution:
    """Return the paper whose margin is written in: the one with most words on its second page."""
    long = [each for each in stage.session.kennisbank.catalogue.all() if len(words_on(stage, each, 2)) > 120]
    return max(long, key=lambda each: (len(words_on(stage, each, 2)), each.id))


def words_on(stage: Stage, paper: Contribution, page: int) -> list[tuple[int, int]]:
    if (paper.files[0].pages or 0) < page:
        return []
    text = stage.session.kennisbank.reading.page_text(paper.files[0].hash, PageNo(page))
    return [(word.start, word.end) for word in text.words()]


def mark(
    stage: Stage,
    paper: Contribution,
    page: int,
    first: int,
    count: int,
    kind: AnnotationKind = "highlight",
    **more: str,
) -> Annotation:
    """Mark `count` words of a page, from word number `first` on."""
    words = words_on(stage, paper, page)
    span = Span(PageNo(page), words[first][0], words[min(first + count, len(words)) - 1][1])
    edit = stage.session.kennisbank.annotating.mark(paper.id, paper.files[0].hash, [span], kind, **more)  # type: ignore[arg-type]
    (made,) = edit.after
    assert made is not None
    return made


def change(stage: Stage, each: Annotation, **values: object) -> None:
    """Let an annotation be otherwise than a reader can make it."""
    changed = replace(each, **values)  # type: ignore[arg-type]
    stage.session.kennisbank.annotating.apply(AnnotationEdit((each,), (changed,)))


def some(stage: Stage) -> Contribution:
    """Write in the margin what a margin may hold."""
    paper = a_paper(stage)
    service = stage.session.kennisbank.annotating
    mark(stage, paper, 2, 12, 14, colour="yellow", body=KERNEL)
    mark(stage, paper, 2, 60, 9, colour="green")
    asked = mark(stage, paper, 2, 90, 6, colour="blue", body="Bron van de cijfers? Zie https://example.org/cijfers.")
    service.change(asked.id, tags=("nazoeken", "blok 2"))
    theirs = mark(stage, paper, 2, 98, 8, kind="underline", colour="pink", body="Dit klopt niet meer sinds 2019.")
    change(stage, theirs, creator="J. Waterink", is_read_only=True, source="pdf")
    service.bookmark(paper.id, paper.files[0].hash, PageNo(2), 600.0)
    service.note(paper.id, "Voor de sectie: lezen vóór de studiedag in maart.")
    return paper


def open_at(stage: Stage, paper: Contribution, page: int = 2) -> PaperPane:
    stage.session.go("reader", contribution=paper.id, page=page)
    view = stage.window.view("reader")
    assert isinstance(view, ReadingView)

    def is_there() -> bool:
        pane = view.reader.current_pane if view.reader is not None else None
        return pane is not None and pane.annotations is not None and bool(pane.annotations.placed)

    stage.settle(is_there)
    pane = view.reader.current_pane if view.reader is not None else None
    assert pane is not None
    images = pane._paper.images
    assert images is not None
    stage.settle(lambda: not images.has_none, limit_ms=30_000)
    return pane


def margin_of(pane: PaperPane) -> Margin:
    assert pane.margin is not None
    return pane.margin.margin


def cards(stage: Stage) -> None:
    open_at(stage, some(stage))
    stage.settle()


def writing(stage: Stage) -> None:
    pane = open_at(stage, some(stage))
    assert pane.annotations is not None
    green = next(each for each in pane.annotations.placed if each.annotation.colour == "green")
    pane.annotations.set_current(green.annotation.id)
    margin_of(pane).edit(green.annotation.id)
    margin_of(pane).desk.edit.insertPlainText("Dit past bij de opdracht met de dienstregeling.")
    stage.settle()


def crowd(stage: Stage) -> None:
    """Mark so much on one page that the cards don't fit beside it."""
    paper = some(stage)
    for number in range(40):
        first = 100 + 3 * number
        mark(stage, paper, 2, first, 2, colour=("yellow", "green", "blue", "pink")[number % 4], body=f"Woord {number}.")
    pane = open_at(stage, paper)
    margin_of(pane).go_to(margin_of(pane).order[20])
    stage.settle()


def newer(stage: Stage) -> None:
    """Let marks stand as if the paper had a newer version: one moved, one changed, one gone."""
    paper = some(stage)
    kennisbank, file = stage.session.kennisbank, paper.files[0].hash
    with kennisbank.library.write() as tx:
        marks = [each for each in tx.annotations.of(paper.id) if each.kind == "highlight" and each.anchor is not None]
        for each, state in zip(marks, ("moved", "changed", "gone"), strict=False):
            assert each.anchor is not None
            tx.annotations.save(replace(each, anchor=replace(each.anchor, file=FileHash("0" * 64))))
            pieces = () if state == "gone" else each.anchor.pieces
            place = replace(each.anchor, file=file, pieces=pieces, state=state, similarity=0.9)
            tx.annotations.put_anchors([(each.id, place, True)])
    pane = open_at(stage, paper)
    assert pane.margin is not None
    pane.margin.news._look.click()
    stage.settle()


def folded(stage: Stage) -> None:
    pane = open_at(stage, some(stage))
    assert pane.margin is not None
    pane.margin.choose(is_shown=False)
    stage.settle()


def recipes() -> list[Recipe]:
    shows = (cards, writing, crowd, newer, folded)
    return [Recipe(f"margin-{show.__name__}", show, "example") for show in shows]
