"""External material of a contribution: links that lead out of it, and what was found when they were followed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlsplit

from kennisbank.domain.document import Link
from kennisbank.domain.ids import PageNo
from kennisbank.domain.moments import Moment

LinkSource = Literal["doi", "edition", "paper"]
LinkOutcome = Literal["ok", "moved", "gone", "unreachable", "refused"]
"""``ok``: it answers · ``moved``: it answers at another address, for good · ``gone``: there is nothing there any more ·
``unreachable``: no answer, or a broken one · ``refused``: it won't show itself, or may not be asked."""


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """What was found when an address was asked, and when. `status` is what the other side answered, if it did."""

    uri: str
    outcome: LinkOutcome
    status: int | None
    checked: Moment


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """An address outside the library and where it stands: on `pages` of the paper, or in what is known of it.

    `uri` is http, https or mailto; `check` is the latest one, None when it never was checked.
    """

    uri: str
    source: LinkSource
    pages: tuple[PageNo, ...] = ()
    check: LinkCheck | None = None

    @property
    def host(self) -> str:
        """Return the computer it leads to; of a letter, to whom it goes."""
        parts = urlsplit(self.uri)
        return (parts.hostname or "") if parts.scheme != "mailto" else parts.path

    @property
    def can_be_checked(self) -> bool:
        """Tell whether it leads to a page that can be asked for."""
        return self.uri.startswith(("http://", "https://"))


def external_links(links: Iterable[Link], *, doi: str = "", website: str = "") -> list[ExternalLink]:
    """Return each address once: the DOI first, then the edition's website, then those in the paper, as one reads."""
    found: dict[str, ExternalLink] = {}
    if doi:
        uri = f"https://doi.org/{quote(doi, safe='/:;()._-')}"
        found[_key(uri)] = ExternalLink(uri, "doi")
    if _is_web(website):
        found.setdefault(_key(website), ExternalLink(website, "edition"))
    pages: dict[str, list[PageNo]] = {}
    for link in sorted((each for each in links if each.uri), key=lambda each: each.page):
        key = _key(link.uri)
        found.setdefault(key, ExternalLink(link.uri, "paper"))
        if link.page not in pages.setdefault(key, []):
            pages[key].append(link.page)
    return [ExternalLink(each.uri, each.source, tuple(pages.get(key, ()))) for key, each in found.items()]


def _is_web(uri: str) -> bool:
    return uri.startswith(("http://", "https://"))


def _key(uri: str) -> str:
    """Return what two spellings of one address have in common: the host's capitals and a last slash don't count."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return uri
    if parts.netloc.lower() in {"dx.doi.org", "www.doi.org", "doi.org"}:
        return f"doi:{parts.path.casefold()}"
    return f"{parts.scheme}://{parts.netloc.lower()}{parts.path.rstrip('/')}?{parts.query}#{parts.fragment}"
