"""What stands in the zip of a reading pack beside the text and the references, and how its files are called."""

from collections.abc import Iterator, Mapping, Sequence

from kennisbank.domain.contribution import ContributionFile
from kennisbank.domain.dossier import Dossier
from kennisbank.domain.ids import ContributionId
from kennisbank.library.files import FileStore
from kennisbank.sentences import Language, sentence
from kennisbank.services.pack_check import LicenceCheck, left_out_words, licence_words
from kennisbank.services.pack_names import Names, suffix_of

FileNames = Mapping[ContributionId, Sequence[tuple[ContributionFile, str]]]
"""For each contribution the files that go along and are here, each with the name it gets in the zip."""


def file_names(check: LicenceCheck, store: FileStore) -> dict[ContributionId, list[tuple[ContributionFile, str]]]:
    """Return for each contribution the files that go along and are here, each with the name it gets in the zip."""
    taken, found = Names(), {}
    width = len(str(len(check.papers)))
    for number, each in enumerate(check.papers, 1):
        values = each.contribution.metadata.values
        authors = [author.family or author.name for author in values.authors]
        who = f"{authors[0]} - " if authors else ""
        wanted = f"{number:0{width}} {who}{values.title or each.contribution.id[:8]}"
        found[each.contribution.id] = [
            (file, f"files/{taken.take(wanted, suffix_of(file.name))}")
            for file in each.contribution.current_files
            if not each.is_left_out and store.has(file.hash)
        ]
    return found


def readme(
    dossier: Dossier, check: LicenceCheck, said: Sequence[str], missing: Sequence[str], language: Language
) -> bytes:
    """Return the first thing that one reads: what this is, what may be copied and what is left out, and why."""
    lines = [dossier.name, "=" * min(len(dossier.name), 60), "", dossier.remark, ""] if dossier.remark else []
    lines = lines or [dossier.name, "=" * min(len(dossier.name), 60), ""]
    lines += [sentence("pack.readme", language), "", *said, ""]
    for each in check.left_out:
        lines.append(f"- {each.contribution.metadata.values.title}: {left_out_words(each, language)}")
    lines += [f"- {title}: {sentence('pack.missing', language)}" for title in missing]
    if check.gone:
        lines.append(sentence("pack.gone", language, {"count": check.gone}))
    return ("\r\n".join(lines).rstrip() + "\r\n").encode("utf-8-sig", "replace")


def licence_rows(check: LicenceCheck, names: FileNames, language: Language) -> Iterator[Sequence[str]]:
    """Yield a table of what may be copied: its head, and a row for each contribution."""
    yield ("title", "authors", "edition", "licence", "may_be_copied", "explanation", "url", "files", "left_out")
    for each in check.papers:
        values = each.contribution.metadata.values
        yield (
            values.title,
            "; ".join(author.name for author in values.authors),
            values.edition,
            values.licence,
            each.licence.may_be_copied,
            licence_words(each.licence, language),
            each.licence.url,
            "; ".join(name for _, name in names.get(each.contribution.id, ())),
            left_out_words(each, language),
        )
