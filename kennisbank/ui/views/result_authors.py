"""Authors with what they belonged to, as a result shows them."""

from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from kennisbank.domain.metadata import Author
from kennisbank.ui.look import metrics, theme


def authors_html(authors: Sequence[Author]) -> str:
    """Return a line for each author: the name, as a link to itself, and less dark the affiliation; all escaped."""
    quiet, linked = theme().text_2.name(), theme().accent.name()
    lines = []
    for author in authors:
        link = f'<a href="{escape(quote(author.name))}" style="color:{linked}; text-decoration:none">'
        affiliation = f'<span style="color:{quiet}">{escape(author.affiliation)}</span>'
        lines.append(f"{link}{escape(author.name)}</a> {affiliation}")
    return f'<div style="line-height:{metrics().line(13)}px">{"<br>".join(lines)}</div>'
