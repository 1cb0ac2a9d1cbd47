"""What the index reads: the stamps by which it knows what is outdated."""

from kennisbank.documents.cleaning import CLEANING
from kennisbank.domain.ids import ContributionId
from kennisbank.services.passages import cleaned_stamps


def test_a_stamp_changes_with_the_contribution_and_with_cleaning() -> None:
    first, second = ContributionId("a"), ContributionId("b")
    stamps = cleaned_stamps({first: "1", second: "2"})
    assert stamps[first] != stamps[second]
    assert all(CLEANING in stamp for stamp in stamps.values())
    assert stamps != {first: "1", second: "2"}
