"""People over the editions, and editions with what they brought: read from this library, without asking anybody."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kennisbank.domain.contribution import Contribution, Edition
from kennisbank.domain.correspondence import Person
from kennisbank.domain.folding import author_key
from kennisbank.domain.metadata import Author
from kennisbank.domain.names import author_of, same_person
from kennisbank.errors import NotFoundError
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction

_MOST_LIKELY = 12


@dataclass(frozen=True, slots=True)
class Authorship:
    """That somebody wrote a contribution: how they are called there, what they belonged to then, and with whom."""

    contribution: Contribution
    name: str
    affiliation: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonEdition:
    """What somebody contributed to one edition, by title; `edition` is None for what belongs to none."""

    edition: Edition | None
    wrote: tuple[Authorship, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Somebody over the editions, the latest first, and their affiliations, the latest first.

    `likely`: other names in this library that may be theirs too; nobody has said so.
    """

    person: Person
    editions: tuple[PersonEdition, ...]
    affiliations: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Return the number of contributions."""
        return sum(len(each.wrote) for each in self.editions)


@dataclass(frozen=True, slots=True)
class EditionPage:
    """An edition with its contributions, by title. `before` and `after` are those next to it in time.

    `kinds` and `themes` say how many contributions have which, most first. `people`: the number of authors.
    """

    edition: Edition
    contributions: tuple[Contribution, ...]
    kinds: tuple[tuple[str, int], ...] = ()
    themes: tuple[tuple[str, int], ...] = ()
    people: int = 0
    before: Edition | None = None
    after: Edition | None = None


class PeopleService:
    """Reads one library. Every method is one transaction and may be called from any thread."""

    def __init__(self, library: Library) -> None:
        """Read `library`."""
        self._library = library

    def person(self, name: str) -> PersonPage:
        """Return what somebody wrote, under any of their spellings.

        Raises:
            NotFoundError: nobody of that name wrote anything here, and nobody was joined under it.
        """
        with self._library.read() as tx:
            person = tx.persons.by_name(name) or Person("", name, (name,))
            spellings = tuple(dict.fromkeys((person.name, *person.names, name)))
            ids = dict.fromkeys(id_ for each in spellings for id_ in tx.browse.contributions("author", each))
            found = tx.contributions.many(list(ids)).values()
            if not found and not person.id:
                raise NotFoundError("person", name)
            keys = {author_key(Author(each)) for each in spellings}
            editions = {edition.code: edition for edition, _ in tx.editions.all()}
            likely = _likely(tx, spellings, keys)
        wrote = [_authorship(each, keys) for each in found]
        by_edition = _by_edition(wrote, editions)
        affiliations = dict.fromkeys(w.affiliation for each in by_edition for w in each.wrote if w.affiliation)
        if not person.id:
            shown = Counter(each.name for each in wrote)
            spelled = tuple(each for each, _ in shown.most_common())
            person = Person("", spelled[0], spelled)
        return PersonPage(person, by_edition, tuple(affiliations), likely)

    def edition(self, code: str) -> EditionPage:
        """Return an edition with what it brought.

        Raises:
            NotFoundError: there is none with this code.
        """
        with self._library.read() as tx:
            edition = tx.editions.by_code(code)
            if edition is None:
                raise NotFoundError("edition", code)
            found = tx.contributions.many(tx.browse.contributions("edition", code))
            in_time = [each for each, _ in tx.editions.all() if each.year is not None]
        contributions = tuple(each for each in found.values() if each.withdrawn is None)
        at = next((n for n, each in enumerate(in_time) if each.id == edition.id), None)
        values = [each.metadata.values for each in contributions]
        return EditionPage(
            edition,
            contributions,
            _counted(each.kind for each in values if each.kind),
            _counted(theme for each in values for theme in each.themes),
            len({author_key(author) for each in values for author in each.authors}),
            before=in_time[at + 1] if at is not None and at + 1 < len(in_time) else None,
            after=in_time[at - 1] if at else None,
        )


def _likely(tx: Transaction, spellings: Iterable[str], keys: set[str]) -> tuple[str, ...]:
    """Return names in the library that may be another spelling of one of these, most contributions first."""
    known = [author_of(each) for each in spellings]
    found = [
        each
        for each in tx.browse.values("author")
        if author_key(Author(each.value)) not in keys and any(same_person(author_of(each.value), k) for k in known)
    ]
    found.sort(key=lambda each: -each.count)
    return tuple(each.value for each in found[:_MOST_LIKELY])


def _authorship(contribution: Contribution, keys: set[str]) -> Authorship:
    authors = contribution.metadata.values.authors
    own = next(each for each in authors if author_key(each) in keys)
    others = tuple(each.name for each in authors if author_key(each) not in keys)
    return Authorship(contribution, own.name, own.affiliation, others)


def _by_edition(wrote: Iterable[Authorship], editions: Mapping[str, Edition]) -> tuple[PersonEdition, ...]:
    by_code: dict[str, list[Authorship]] = {}
    for each in wrote:
        by_code.setdefault(each.contribution.metadata.values.edition, []).append(each)

    def age(code: str) -> tuple[int, str]:
        known = editions.get(code)
        return (known.year or 0 if known is not None else 0), code

    return tuple(
        PersonEdition(editions.get(code), tuple(by_code[code])) for code in sorted(by_code, key=age, reverse=True)
    )


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(values).most_common())
