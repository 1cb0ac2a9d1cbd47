"""Browsing: the values of a facet with their counts, and what has a value.

Two spellings that fold alike are one value, shown as it is written most often.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, String, cast, exists, func, select

from kennisbank.domain.folding import author_key, sort_key, word_key
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.metadata import Author
from kennisbank.domain.results import ELSEWHERE, HERE, FacetCount, FacetName
from kennisbank.library import tables as t
from kennisbank.library.rows import code_key

_LISTS = {"theme": t.themes, "keyword": t.keywords, "author": t.authors}


class Browse:
    """The facets of one library, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Read through `connection`."""
        self._connection = connection

    def values(self, facet: FacetName) -> list[FacetCount]:
        """Return the values of a facet as a reader expects them.

        Years and editions stand newest first, languages and kinds most frequent first, authors by family name without
        particles, themes and keywords by the alphabet.
        """
        if facet in _LISTS:
            return self._listed(facet)
        if facet == "edition":
            return self._editions()
        if facet == "here":
            return self._here()
        column = self._column(facet)
        count = func.count()
        query = select(column, count).where(column.is_not(None), column != "").group_by(column)
        query = query.order_by(column.desc()) if facet == "year" else query.order_by(count.desc(), column)
        return [FacetCount(str(value), number) for value, number in self._connection.execute(query)]

    def contributions(self, facet: FacetName, value: str) -> list[ContributionId]:
        """Return the contributions that have this value of a facet, by title."""
        c = t.contributions.c
        query = select(c.id)
        if facet in _LISTS:
            part = _LISTS[facet]
            key = author_key(Author(value)) if facet == "author" else word_key(value)
            query = query.where(c.id.in_(select(part.c.contribution_id).where(part.c.key == key)))
        elif facet == "edition":
            query = query.join(t.editions).where(t.editions.c.code_key == code_key(value))
        elif facet == "here":
            query = query.where(_is_here() if value == HERE else ~_is_here())
        elif facet == "year":
            query = query.where(cast(c.year, String) == value)
        else:
            query = query.where(self._column(facet) == value)
        found = self._connection.execute(query.order_by(c.title_sort, c.id)).scalars()
        return [ContributionId(each) for each in found]

    def _listed(self, facet: FacetName) -> list[FacetCount]:
        part = _LISTS[facet]
        is_author = facet == "author"
        value = part.c.name if is_author else part.c.value
        order = part.c.sort if is_author else value
        totals = dict[str, int]()
        distinct = func.count(part.c.contribution_id.distinct())
        for key, number in self._connection.execute(select(part.c.key, distinct).group_by(part.c.key)):
            totals[key] = number
        shown: dict[str, tuple[int, str, str]] = {}
        spellings = select(part.c.key, value, func.min(order), func.count()).group_by(part.c.key, value)
        for key, text, sort, number in self._connection.execute(spellings):
            if key not in shown or (number, text) > shown[key][:2]:
                shown[key] = (number, text, sort)
        by: Callable[[str], str] = (lambda key: shown[key][2]) if is_author else (lambda key: sort_key(shown[key][1]))
        return [FacetCount(shown[key][1], totals[key]) for key in sorted(shown, key=lambda key: (by(key), key))]

    def _editions(self) -> list[FacetCount]:
        e = t.editions.c
        query = (
            select(e.code, func.count())
            .join_from(t.contributions, t.editions)
            .group_by(e.id)
            .order_by(e.year.desc().nulls_last(), e.code_key.desc())
        )
        return [FacetCount(code, number) for code, number in self._connection.execute(query)]

    def _here(self) -> list[FacetCount]:
        query = select(_is_here(), func.count()).select_from(t.contributions).group_by(_is_here())
        counts = {bool(is_here): int(count) for is_here, count in self._connection.execute(query)}
        return [FacetCount(HERE if each else ELSEWHERE, counts[each]) for each in (True, False) if each in counts]

    def _column(self, facet: FacetName) -> Column[Any]:
        return t.contributions.c[facet]


def _is_here() -> ColumnElement[bool]:
    """Return the condition that a file of the contribution, one that is read, is in this library."""
    f = t.files.c
    return exists().where(f.contribution_id == t.contributions.c.id, f.is_current)
