r"""A reading pack as Markdown: per line the reference, the remark, the passage and whether it may be copied."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kennisbank.domain.dossier import Dossier
from kennisbank.domain.links import passage_link
from kennisbank.exchange.markdown import escaped
from kennisbank.sentences import Language, sentence
from kennisbank.services.dossier_places import DossierLine


@dataclass(frozen=True, slots=True)
class PackLine:
    """A line of a dossier with all that is said of it, in the reader's language.

    `reference` is one line in a citation style, `licence` one sentence; both are empty for a contribution that has
    gone. `file` is the name under which its file goes along (a path with ``/``), `left_out` why it doesn't; both are
    empty where there is no question of it.
    """

    line: DossierLine
    reference: str = ""
    licence: str = ""
    file: str = ""
    left_out: str = ""

    @property
    def quote(self) -> str:
        """Return the words of the passage; empty for a whole contribution, and where there are no words."""
        anchor = self.line.anchor
        return anchor.quote.exact if anchor is not None and anchor.quote is not None else ""

    @property
    def page(self) -> str:
        """Return the number of the page on which the passage begins, as printed, else as counted; empty: no passage."""
        anchor = self.line.anchor
        if anchor is None or anchor.page is None:
            return ""
        return self.line.label or str(anchor.page)

    @property
    def link(self) -> str:
        """Return the ``kennisbank:`` link that opens the line; empty when its contribution has gone."""
        anchor, item = self.line.anchor, self.line.item
        if self.line.contribution is None:
            return ""
        if anchor is None or anchor.page is None:
            return passage_link(item.contribution)
        return passage_link(
            item.contribution, file=anchor.file, page=anchor.page, annotation=item.annotation, quote=self.quote
        )

    def title(self, language: Language) -> str:
        """Return the title of the contribution, or that it has gone."""
        if self.line.contribution is None:
            return sentence("dossier.no_contribution", language)
        return self.line.contribution.metadata.values.title or sentence("search.untitled", language)

    def state(self, language: Language) -> str:
        """Return what became of the passage in a newer version of the paper; empty where nothing did."""
        anchor = self.line.anchor
        if anchor is None or anchor.state in {"original", "same"}:
            return ""
        return sentence(f"pack.passage_{anchor.state}", language)


def pack_markdown(dossier: Dossier, lines: Sequence[PackLine], said: Sequence[str], language: Language = "nl") -> str:
    """Return a dossier as Markdown (CommonMark); `said` are sentences on the whole, such as what may be copied."""
    parts = [f"# {_one_line(dossier.name)}"]
    parts += [escaped(dossier.remark)] if dossier.remark.strip() else []
    parts += [f"*{_one_line(each)}*" for each in said]
    for number, each in enumerate(lines, 1):
        parts.append("\n\n".join(_line(number, each, language)))
    return "\n\n".join(parts) + "\n"


def _line(number: int, each: PackLine, language: Language) -> Iterator[str]:
    yield f"## {number}. {_one_line(each.title(language))}"
    if each.reference:
        yield _one_line(each.reference)
    if each.line.item.remark.strip():
        yield escaped(each.line.item.remark)
    if each.quote.strip():
        yield "\n".join(f"> {row}" if row else ">" for row in escaped(each.quote).split("\n"))
    place = sentence("search.page", language, {"page": each.page}) if each.page else sentence("pack.open", language)
    where = f"[{_one_line(place)}]({each.link})" if each.link else _one_line(place) if each.page else ""
    file = f"[{_one_line(each.file)}](<{each.file}>)" if each.file else ""
    known = [where, _one_line(each.state(language)), file]
    if any(known):
        yield " · ".join(part for part in known if part)
    if each.licence:
        yield _one_line(each.licence)
    if each.left_out:
        yield _one_line(sentence("pack.out", language, {"reason": each.left_out}))


def _one_line(text: str) -> str:
    return escaped(" ".join(text.split()))
