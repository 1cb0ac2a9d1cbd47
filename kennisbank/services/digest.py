"""What is new, as a digest worked out here: since the last visit, since the last congress, in one's saved searches."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from kennisbank.config.settings import load_settings
from kennisbank.domain.contribution import Contribution, Edition
from kennisbank.domain.ids import ContributionId, SavedSearchId
from kennisbank.domain.moments import Moment, now
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction
from kennisbank.services.news import News, moment_of, news_since
from kennisbank.services.saved_searches import SavedSearchService
from kennisbank.tasks.context import JobContext

Since = Literal["visit", "congress"]


@dataclass(frozen=True, slots=True)
class SearchNews:
    """What is new in the answer of a saved search since it was looked at, newest first."""

    id: SavedSearchId
    name: str
    contributions: tuple[ContributionId, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What is new. `congress` is the last one that was held, where one asks since then and its date is known."""

    news: News
    congress: Edition | None = None
    searches: tuple[SearchNews, ...] = ()

    @property
    def since(self) -> Moment | None:
        """Return since when; None: ever."""
        return self.news.since


class DigestService:
    """Reads one library. Every method may be called from any thread but the GUI's."""

    def __init__(self, library: Library, saved: SavedSearchService) -> None:
        """Read `library`; `saved` knows what is new in the saved searches."""
        self._library, self._saved = library, saved

    def since(self, choice: Since | Moment, ctx: JobContext | None = None, *, with_searches: bool = True) -> Digest:
        """Return what is new since a moment, since what is new was looked at last, or since the last congress.

        Of the last congress itself all is new: its contributions, and those of what came after it; of older ones what
        changed since it began.

        Raises:
            Cancelled: `ctx` was asked to stop.
        """
        ctx = ctx or JobContext()
        with self._library.read() as tx:
            congress = _last_congress(tx, now().utc.date()) if choice == "congress" else None
            if congress is not None:
                news = _news_of_congress(tx, congress)
            elif isinstance(choice, Moment):
                news = news_since(tx, choice)
            else:
                news = news_since(tx, moment_of(load_settings(self._library.paths.settings_file).news_seen))
        ctx.check()
        return Digest(news, congress, self.searches(ctx) if with_searches else ())

    def searches(self, ctx: JobContext | None = None) -> tuple[SearchNews, ...]:
        """Return what is new in each saved search that has news, by name.

        Raises:
            Cancelled: `ctx` was asked to stop.
        """
        news = self._saved.news(ctx)
        return tuple(SearchNews(each.id, each.name, news[each.id]) for each in self._saved.all() if each.id in news)

    def last_congress(self) -> Edition | None:
        """Return the latest edition that has begun; None where no date or year says so."""
        with self._library.read() as tx:
            return _last_congress(tx, now().utc.date())


def day_of(text: str) -> date | None:
    """Return a day as editions have it (``2025-03-27``); None where it isn't known."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _begin(edition: Edition) -> date | None:
    """Return when an edition began: its day, else the end of its year: by then it has been."""
    return day_of(edition.begins) or (date(edition.year, 12, 31) if edition.year else None)


def _last_congress(tx: Transaction, today: date) -> Edition | None:
    held = [(began, edition) for edition, _ in tx.editions.all() if (began := _begin(edition)) and began <= today]
    return max(held, key=lambda each: each[0])[1] if held else None


def _news_of_congress(tx: Transaction, congress: Edition) -> News:
    began = _begin(congress)
    assert began is not None  # or it wouldn't have been found
    since = Moment(datetime(began.year, began.month, began.day, tzinfo=UTC))
    begun = {each.code: _begin(each) or date.min for each, _ in tx.editions.all()}
    changed = news_since(tx, since)

    def is_of_it(each: Contribution) -> bool:
        return begun.get(each.metadata.values.edition, date.min) >= began

    added = [each for each in tx.contributions.all() if each.withdrawn is None and is_of_it(each)]
    added.sort(key=lambda each: (begun.get(each.metadata.values.edition, date.min), each.created.utc), reverse=True)
    ids = tuple(each.id for each in added)
    editions = tuple(dict.fromkeys(each.metadata.values.edition for each in added))
    known = set(ids)
    return News(since, ids, tuple(each for each in changed.changed if each not in known), changed.withdrawn, editions)
