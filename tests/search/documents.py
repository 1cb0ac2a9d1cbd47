"""Made-up contributions, as the index sees them."""

from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.domain.passage import CoverSheet, Passage, SearchDocument


def passage(text: str, page: int = 1, file: str = "f" * 64, language: str = "nl", **changes: object) -> Passage:
    values: dict[str, object] = {"lines": None, "origins": ((0, 0),), **changes}
    return Passage(FileHash(file), PageNo(page), 0, len(text), text, language=language, **values)  # type: ignore[arg-type]


def document(
    name: str,
    *bodies: str | Passage,
    title: str = "",
    authors: tuple[str, ...] = (),
    covers: tuple[str, ...] = (),
    language: str = "nl",
    stamp: str = "1",
    **changes: object,
) -> SearchDocument:
    file = FileHash(name.ljust(64, "0"))
    passages = tuple(
        each if isinstance(each, Passage) else passage(each, at, file, language) for at, each in enumerate(bodies, 1)
    )
    values: dict[str, object] = {
        "abstract": "",
        "keywords": (),
        "themes": (),
        "edition": "",
        "year": None,
        "kind": "article",
        **changes,
    }
    return SearchDocument(
        contribution=ContributionId(name),
        stamp=stamp,
        title=title,
        authors=authors,
        language=language,
        passages=passages,
        cover_sheets=tuple(CoverSheet(file, PageNo(1), text) for text in covers),
        **values,  # type: ignore[arg-type]
    )
