"""What the archive says of a contribution in Dublin Core. Pure."""

from collections.abc import Iterator
from urllib.parse import quote

from kennisbank.sync.protocol_bodies import AuthorBody, ContributionBody


def dublin_core_of(record_id: str, body: ContributionBody, publisher: str, api: str) -> Iterator[tuple[str, str]]:
    """Give the elements of Dublin Core and their values; `api` is the archive's address, empty where it has none.

    Its identifiers are the DOI, the address of its description and those of the files that are to be read.
    """
    yield "title", body.title
    yield from (("creator", _name(each)) for each in body.authors)
    yield from (("subject", each) for each in dict.fromkeys((*body.keywords, *body.themes)))
    yield "description", body.abstract
    yield "publisher", publisher
    yield "date", f"{body.year:04}" if body.year else ""
    yield "type", body.kind
    current = [each for each in body.files if each.is_current]
    yield from (("format", each) for each in dict.fromkeys(each.media_type for each in current))
    yield "identifier", f"https://doi.org/{body.doi}" if body.doi else ""
    if api:
        yield "identifier", f"{api}/contributions/{quote(record_id, safe='')}"
        yield from (("identifier", f"{api}/files/{each.hash}") for each in current)
    yield "source", body.edition
    yield "language", body.language
    yield "rights", body.licence


def _name(author: AuthorBody) -> str:
    """Return an author as lists write them: ``Berg, Wouter van den``."""
    return f"{author.family}, {author.given}" if author.family and author.given else author.name
