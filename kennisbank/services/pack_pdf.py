"""A reading pack as one PDF: which pages of which files go in, and what its contents say."""

from collections.abc import Iterator, Sequence

from kennisbank.domain.contribution import ContributionFile
from kennisbank.domain.dossier import Dossier
from kennisbank.domain.pack import PackItem, PackPassage, PackSpec, PackWords
from kennisbank.library.files import FileStore
from kennisbank.sentences import Language, sentence
from kennisbank.services.pack_markdown import PackLine


def pack_spec(
    dossier: Dossier, lines: Sequence[PackLine], said: Sequence[str], store: FileStore, language: Language
) -> PackSpec:
    """Return what is to be written of a dossier; `said` are sentences on the whole.

    A whole contribution gives an item for each of its files, a passage the pages on which it stands.
    """
    items = [item for line in lines for item in _items(line, store, language)]
    remark = "\n\n".join(part for part in (dossier.remark.strip(), *said) if part)
    return PackSpec(dossier.name, tuple(items), remark, language, _words(language))


def _items(each: PackLine, store: FileStore, language: Language) -> Iterator[PackItem]:
    contribution, anchor = each.line.contribution, each.line.anchor
    if contribution is None or (anchor is not None and not anchor.pieces):
        words = sentence("dossier.no_contribution" if contribution is None else "pack.passage_gone", language)
        yield _item(each, None, each.left_out or words, language)
        return
    files = [file for file in contribution.files if anchor is not None and file.hash == anchor.file]
    for number, file in enumerate(files or contribution.current_files or (None,)):
        yield _item(each, file, each.left_out, language, store, is_first=number == 0)


def _item(
    each: PackLine,
    file: ContributionFile | None,
    left_out: str,
    language: Language,
    store: FileStore | None = None,
    *,
    is_first: bool = True,
) -> PackItem:
    """Return an item of the pack; what is said of the line stands with its first file."""
    path = store.path(file.hash) if file is not None and store is not None and store.has(file.hash) else None
    title = each.title(language)
    return PackItem(
        title=title if is_first or file is None else f"{title} ({file.name})",
        citation=each.reference if is_first else "",
        file=path,
        media_type=file.media_type if file is not None else "",
        licence=each.licence if is_first else "",
        remark=each.line.item.remark if is_first else "",
        passages=_passages(each, language),
        left_out=left_out,
    )


def _passages(each: PackLine, language: Language) -> tuple[PackPassage, ...]:
    anchor = each.line.anchor
    if anchor is None:
        return ()
    state = each.state(language)
    quote = f"{each.quote} [{state}]" if state else each.quote
    return (PackPassage(quote, each.page, anchor.pieces),)


def _words(language: Language) -> PackWords:
    def said(key: str) -> str:
        return sentence(f"pack_pdf.{key}", language)

    return PackWords(
        contents=said("contents"),
        page=said("page"),
        here=said("here"),
        not_included=said("not_included"),
        unreadable=said("unreadable"),
        locked=said("locked"),
    )
