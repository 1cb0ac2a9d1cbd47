"""Citing: contributions as references in a style or as a file for a citation manager, and quotations with a source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from kennisbank.citing.bibtex import bibtex
from kennisbank.citing.csl import csl_item, csl_json
from kennisbank.citing.quote import Quotation, quotation
from kennisbank.citing.ris import ris
from kennisbank.citing.style_names import STYLES, Style
from kennisbank.config.whole_files import write_whole
from kennisbank.domain.annotation import Anchor
from kennisbank.domain.contribution import Contribution, Edition
from kennisbank.domain.document import Problem
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, PageNo
from kennisbank.domain.links import passage_link
from kennisbank.errors import NotFoundError
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction

CitationFormat = Literal["bibtex", "ris", "csl"]
FORMATS: tuple[CitationFormat, ...] = get_args(CitationFormat)
"""What citation managers read; anything else that `CitingService.cite` takes is a style."""
SUFFIXES: Mapping[str, str] = {"bibtex": ".bib", "ris": ".ris", "csl": ".json"}


@dataclass(frozen=True, slots=True)
class Citations:
    """References or entries, as plain text and, for a style, as HTML; `problems` say what could not be written well."""

    text: str
    html: str = ""
    problems: tuple[Problem, ...] = ()


class CitingService:
    """Cites contributions of one library. Every method may be called from any thread; none writes."""

    def __init__(self, library: Library) -> None:
        """Serve `library`."""
        self._library = library

    def styles(self) -> tuple[Style, ...]:
        """Return the styles one can choose, the usual one first."""
        return STYLES

    def cite(self, ids: Sequence[ContributionId], how: str, language: str = "nl") -> Citations:
        """Return contributions cited as `how` says: one of `FORMATS`, or a style by its id.

        Formats keep the order of `ids`; a style orders as it must. `language` (``nl`` or ``en``) is that of the words
        between names and titles.

        Raises:
            NotFoundError: one of them isn't in this library.
            BadInputError: there is no such style.
        """
        contributions, editions = self._found(ids)
        if how == "bibtex":
            return Citations(bibtex(contributions, editions))
        if how == "ris":
            return Citations(ris(contributions, editions))
        items = [csl_item(each, editions.get(each.metadata.values.edition), language) for each in contributions]
        if how == "csl":
            return Citations(csl_json(items))
        return self._in_style(items, how, language)

    def write(self, citations: Citations, path: Path) -> None:
        """Write what was cited to a file, as a whole or not at all; a file of this name is replaced.

        Raises:
            StorageError: the file can't be written.
        """
        write_whole(path, citations.text.encode())

    def quote(
        self,
        contribution: ContributionId,
        anchor: Anchor | None,
        *,
        annotation: AnnotationId | None = None,
        style: str = "apa",
        language: str = "nl",
    ) -> Quotation:
        """Return a passage with its source, for a text of one's own; without `anchor` the contribution as a whole.

        Raises:
            NotFoundError: the contribution isn't in this library.
            BadInputError: there is no such style.
        """
        from kennisbank.citing.styles import references, style_of  # noqa: PLC0415 - as in `_in_style`

        (found,), editions = self._found([contribution])
        values = found.metadata.values
        words = anchor.quote.exact if anchor is not None and anchor.quote is not None else ""
        page = anchor.page if anchor is not None else None
        file = anchor.file if anchor is not None else None
        link = passage_link(contribution, file=file, page=page, annotation=annotation, quote=words)
        item = csl_item(found, editions.get(values.edition), language)
        (reference,) = references([item], style_of(style), language)
        return quotation(words, values, self._label(file, page), reference, link, language)

    def _in_style(self, items: list[dict[str, object]], how: str, language: str) -> Citations:
        # Imported here and not above: neither the window nor other commands should wait for lxml and citeproc.
        from kennisbank.citing.styles import references, style_of  # noqa: PLC0415

        style = style_of(how)
        found = references(items, style, language)
        titles = {str(item["id"]): str(item.get("title", "")) for item in items}
        problems = tuple(
            Problem(
                "style_failed",
                f"{style.name} could not write this reference; it is given plainly.",
                values={"title": titles[each.id], "style": style.name},
            )
            for each in found
            if each.has_failed
        )
        text = "\n".join(each.text for each in found)
        html = "".join(f"<p>{each.html}</p>" for each in found)
        return Citations(f"{text}\n" if text else "", html, problems)

    def _found(self, ids: Sequence[ContributionId]) -> tuple[list[Contribution], dict[str, Edition]]:
        """Return contributions in the order of `ids`, each once, and the editions they name by the code they use."""
        with self._library.read() as tx:
            here = tx.contributions.many(ids)
            codes = {each.metadata.values.edition for each in here.values()} - {""}
            editions = {code: edition for code in codes if (edition := tx.editions.by_code(code)) is not None}
        missing = next((each for each in ids if each not in here), None)
        if missing is not None:
            raise NotFoundError("contribution", missing)
        return [here[each] for each in dict.fromkeys(ids)], editions

    def _label(self, file: FileHash | None, page: PageNo | None) -> str:
        """Return the number of a page as it is printed, else as it is counted."""
        if file is None or page is None:
            return ""
        with self._library.read() as tx:
            return _printed(tx, file, page) or str(page)


def _printed(tx: Transaction, file: FileHash, page: PageNo) -> str:
    text = tx.texts.page(file, page)
    return text.label if text is not None else ""
