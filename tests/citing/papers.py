"""Contributions to cite, plain and nasty."""

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId, Origin, new_id
from kennisbank.domain.metadata import Metadata, sourced
from kennisbank.domain.moments import now
from kennisbank.domain.names import author_of


def paper(title: str, *authors: str, **known: object) -> Contribution:
    """Return a contribution of which `known` is known."""
    values = Metadata(title=title, authors=tuple(map(author_of, authors)), **known)  # type: ignore[arg-type]
    return contribution(values)


def contribution(values: Metadata) -> Contribution:
    moment = now()
    return Contribution(
        ContributionId(new_id()), Origin("o"), sourced(values, "hand"), files=(), created=moment, updated=moment
    )


TWELVE = tuple(f"Voornaam{number} Achternaam{number}" for number in range(12))
NASTY = (
    paper(
        "Netwerk en samenleving", "Davied van Berlo", year=2013, edition="NIOC2013", doi="10.1000/x_y", language="nl"
    ),
    paper("Het netwerk opnieuw", "Davied van Berlo", year=2013, edition="NIOC2013", language="nl", kind="article"),
    paper("Zonder auteur & <jaar> “aangehaald”"),
    paper("Zonder jaar", "Siân O’Neill", "Maarten 't Hart", kind="article"),
    paper("Handreiking", "Ministerie van Onderwijs, Cultuur en Wetenschap", year=2020, kind="report", language="nl"),
    paper("Would it run?", *TWELVE, year=2025, edition="NIOC2025", kind="slides", language="en"),
    paper("A Thesis on <i>Things</i>", "Jansen, Piet-Hein, jr.", year=1999, kind="thesis", language="en"),
    paper("Les over sorteren", "A. van Dijk", "Çağla Yıldırım-de Boer", kind="teaching", edition="Vlechtwerk2018"),
    paper("Standaarden", "Logius", kind="poster", edition="NIOC2025", year=2025, language="nl"),
    paper("Losse eindjes", "Eva de Wit", kind="other"),
    paper(""),
)
