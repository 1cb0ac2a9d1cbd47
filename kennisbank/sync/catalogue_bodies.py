"""Contributions and editions as bodies of records, as a maintainer publishes them."""

from collections.abc import Iterable
from dataclasses import asdict

from kennisbank.domain.contribution import Contribution, Edition
from kennisbank.domain.syncing import Offer
from kennisbank.sync.protocol_bodies import AuthorBody, ContributionBody, EditionBody, FileBody

_LONGEST_MAIL = 254
"""Characters of an address that the protocol has room for; what is longer is none that could be written to."""


def contribution_body(contribution: Contribution, offered: Iterable[Offer] = ()) -> ContributionBody:
    """Return a contribution with its files: those that are here, and those that the archive has and that aren't.

    Mail addresses of authors don't stand in it: `contacts_of`.
    """
    values = contribution.metadata.values
    return ContributionBody(
        title=values.title,
        authors=tuple(AuthorBody(each.name, each.family, each.given, each.affiliation) for each in values.authors),
        abstract=values.abstract,
        keywords=values.keywords,
        themes=values.themes,
        year=values.year,
        language=values.language,
        kind=values.kind,
        doi=values.doi,
        licence=values.licence,
        edition=values.edition,
        files=_files(contribution, offered),
    )


def contacts_of(contribution: Contribution) -> tuple[str, ...]:
    """Return the mail addresses of a contribution's authors, in their order; none where no address is known.

    They are for the archive alone, which finds out by them who an author is.
    """
    mails = tuple(
        mail if len(mail := each.email.strip()) <= _LONGEST_MAIL else ""
        for each in contribution.metadata.values.authors
    )
    return mails if any(mails) else ()


def edition_body(edition: Edition) -> EditionBody:
    """Return an edition."""
    told = {name: value for name, value in asdict(edition).items() if name not in {"id", "origin"}}
    return EditionBody(**told)


def _files(contribution: Contribution, offered: Iterable[Offer]) -> tuple[FileBody, ...]:
    """Return the files, current first, then the newest versions; a role in which one here is current has no other."""
    here = {
        file.hash: FileBody(
            file.hash, file.name, file.role, file.media_type, file.size, file.version, file.is_current, file.pages
        )
        for file in contribution.files
    }
    read = {each.role for each in here.values() if each.is_current}
    for offer in offered:
        if offer.hash not in here:
            is_current = offer.is_current and offer.role not in read
            here[offer.hash] = FileBody(
                offer.hash,
                offer.name,
                offer.role,
                offer.media_type,
                offer.size,
                offer.version,
                is_current,
                offer.pages,
            )
    return tuple(sorted(here.values(), key=lambda each: (not each.is_current, each.role, -each.version, each.hash)))
