"""Authors with what they belonged to, as a result shows them."""

from collections.abc import Sequence
from html import escape

from kennisbank.domain.metadata import Author
from kennisbank.ui.look import metrics, theme


def authors_html(authors: Sequence[Author]) -> str:
    """Return a line for each author: the name, and less dark the affiliation. Everything is escaped."""
    quiet = theme().text_2.name()
    lines = [
        f'{escape(author.name)} <span style="color:{quiet}">{escape(author.affiliation)}</span>' for author in authors
    ]
    return f'<div style="line-height:{metrics().line(13)}px">{"<br>".join(lines)}</div>'
