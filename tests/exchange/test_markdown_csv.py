import csv
import io
import re
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kennisbank.domain.annotation import Anchor, Annotation, Piece, Quote
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, PageNo
from kennisbank.domain.moments import Moment
from kennisbank.exchange.csv_table import COLUMNS, write_csv
from kennisbank.exchange.markdown import escaped, tag, write_markdown
from kennisbank.exchange.values import Entry, Section
from tests.exchange.made import annotations

LINK = "kennisbank:contribution/0b6f0b0e-8c5f-4a57-9a3e-3f6f0e1d2c3b?page=3"
NOW = Moment(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
PLAIN = Annotation(AnnotationId("a"), ContributionId("c"), "highlight", None, NOW, NOW)
hostile = st.lists(
    st.sampled_from(["# kop", "> citaat", "- punt", "1. een", "2) twee", "```", "~~~", "---", "===", "| a | b |", "<b>x</b>", "[a](b)", "![a](b)", "*a*", "_a_", "$x$", "%%x%%", "==x==", "#tag", "[[wiki]]", "^blok", "&amp;", "\\", "    code", "\tcode", "", " ", "een\u2028twee", "http://a.nl", "+ x", ": y", "a\rb"]),
    max_size=6,
).map("\n".join)  # fmt: skip
words = hostile | st.text(max_size=30)


def section(quote: str, note: str, label: str = "iv", tags: tuple[str, ...] = (), **values: object) -> Section:
    anchor = Anchor(FileHash("f"), (Piece(PageNo(3), 0, 1),), Quote(quote) if quote else None)
    made = replace(PLAIN, anchor=anchor, body=note, tags=tags)
    known = {"title": "Titel", "authors": ("Anna",), "link": LINK, "key": "Anna2013titel", **values}
    return Section(ContributionId("c"), entries=(Entry(made, anchor, label, LINK),), **known)  # type: ignore[arg-type]


def seen(text: str) -> list[str]:
    """Return the words that a reader sees, white space and what can't be seen apart."""
    return re.sub(r"[\s\0\ufffd\x1c-\x1f\x85]+", " ", text).split()


def blocks(markdown: str) -> list[tuple[str, str]]:
    """Return each paragraph or heading as Markdown shows it, with what it stands in."""
    found, within = [], []
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.nesting == 1:
            within.append(token.type.removesuffix("_open"))
        elif token.nesting == -1:
            within.pop()
        elif token.type == "inline":
            parts = [" " if each.type.endswith("break") else each.content for each in token.children or []]
            kinds = {each.type for each in token.children or []}
            assert kinds <= {
                "text",
                "softbreak",
                "hardbreak",
                "text_special",
                "link_open",
                "link_close",
                "em_open",
                "em_close",
                "code_inline",
            }, kinds
            found.append(("/".join(within), "".join(parts)))
        else:
            raise AssertionError(token.type)
    return found


@given(words)
def test_escaped_text_reads_as_it_was_written(text: str) -> None:
    read = " ".join(shown for where, shown in blocks(escaped(text)) if where == "paragraph")
    assert seen(read) == seen(text)


@given(words, words, words)
def test_quote_note_title_and_page_come_back_from_markdown(quote: str, note: str, title: str) -> None:
    read = blocks(write_markdown([section(quote, note, title=title)], language="en"))
    assert seen(" ".join(shown for where, shown in read if where == "blockquote/paragraph")) == seen(quote)
    paragraphs = [shown for where, shown in read if where == "paragraph"]
    assert paragraphs[-1].startswith("— @Anna2013titel, p. iv")
    assert [where for where, _ in read].count("heading") == 1
    if seen(note):
        between = paragraphs[2 : -1 if seen(quote) else None]
        assert " ".join(seen(note)) in " ".join(seen(" ".join(between)))


def test_markdown_reads_well() -> None:
    made = section(
        "Iedereen deelt *alles*", "Zie ook p. 4\nen verder", tags=("open data", "2013"), citation="Anna. (2013). Titel."
    )
    assert write_markdown([made], language="nl") == (
        "# Titel\n\nAnna\n\nAnna. (2013). Titel.\n\n"
        f"[Openen in Kennisbank]({LINK}) · citatiesleutel: `Anna2013titel`\n\n"
        "> Iedereen deelt \\*alles\\*\n\nZie ook p. 4  \nen verder\n\n#open-data #-2013\n\n"
        f"— [\\@Anna2013titel, p. iv]({LINK})\n"
    )


def test_a_tag_is_one_word_and_never_a_number() -> None:
    assert [tag(each) for each in ("open data", "#hoi", "2013", "a/b", " ?! ")] == [
        "#open-data",
        "#hoi",
        "#-2013",
        "#a/b",
        "",
    ]


@given(st.lists(annotations, max_size=2), st.booleans())
def test_a_table_comes_back_cell_by_cell(made: list[Annotation], with_bom: bool) -> None:
    made = [replace(each, body=each.body + "\r\n;\"',") for each in made]
    entries = tuple(Entry(each, each.anchor, "iv", LINK) for each in made)
    data = write_csv([Section(ContributionId("c"), "=1+1", ("Anna", "Bob"), entries=entries)], with_bom=with_bom)
    assert data.startswith(b"\xef\xbb\xbf") == with_bom
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0] if rows else COLUMNS) == COLUMNS
    for row, entry in zip(rows, entries, strict=True):
        assert row["title"] == "'=1+1"
        assert row["quote"].removeprefix("'") == entry.quote.removeprefix("'")
        assert row["note"].removeprefix("'") == entry.annotation.body.removeprefix("'")
        assert row["label"] == "iv"
        assert row["page"] == (str(entry.anchor.page or "") if entry.anchor else "")
        assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for value in row.values())
