"""What is new in this library since somebody looked: worked out here, without asking anybody."""

from dataclasses import dataclass
from datetime import UTC, datetime

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.moments import Moment
from kennisbank.library.transaction import Transaction


@dataclass(frozen=True, slots=True)
class News:
    """Contributions that came, changed and were withdrawn since a moment (None: ever), the latest first.

    `editions` are the codes of the editions of what came, most of them first. Each contribution stands in one list.
    """

    since: Moment | None
    added: tuple[ContributionId, ...] = ()
    changed: tuple[ContributionId, ...] = ()
    withdrawn: tuple[ContributionId, ...] = ()
    editions: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is new."""
        return bool(self.added or self.changed or self.withdrawn)


def news_since(tx: Transaction, since: Moment | None) -> News:
    """Return what is new since a moment."""
    fresh = [each for each in tx.contributions.all() if since is None or _changed(each) > since.utc]
    fresh.sort(key=lambda each: (_changed(each), each.id), reverse=True)
    withdrawn = [each for each in fresh if each.withdrawn is not None]
    here = [each for each in fresh if each.withdrawn is None]
    added = [each for each in here if since is None or each.created.utc > since.utc]
    known = {each.id for each in added}
    changed = [each for each in here if each.id not in known]
    return News(since, _ids(added), _ids(changed), _ids(withdrawn), _editions(added))


def news_after_edition(tx: Transaction, code: str) -> News:
    """Return the contributions of the editions after this one (by year), as news; nothing when it isn't known."""
    edition = tx.editions.by_code(code)
    if edition is None or edition.year is None:
        return News(None)
    years = {each.code: each.year for each, _ in tx.editions.all()}
    later = [
        each
        for each in tx.contributions.all()
        if each.withdrawn is None and (years.get(each.metadata.values.edition) or 0) > edition.year
    ]
    later.sort(key=lambda each: (years.get(each.metadata.values.edition) or 0, each.created.utc, each.id), reverse=True)
    return News(None, added=_ids(later), editions=_editions(later))


def moment_of(text: str) -> Moment | None:
    """Return the moment of the last visit, as the settings keep it; None where there was none."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return Moment(read.astimezone(UTC))


def _changed(each: Contribution) -> datetime:
    """Return when something of a contribution changed here, or when it was withdrawn, by the archive's clock."""
    return each.updated.utc if each.withdrawn is None else max(each.updated.utc, each.withdrawn.moment.utc)


def _ids(found: list[Contribution]) -> tuple[ContributionId, ...]:
    return tuple(each.id for each in found)


def _editions(found: list[Contribution]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for each in found:
        code = each.metadata.values.edition
        if code:
            counts[code] = counts.get(code, 0) + 1
    return tuple(sorted(counts, key=lambda code: (-counts[code], code)))
