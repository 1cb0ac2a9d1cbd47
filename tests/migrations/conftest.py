"""What the tests of migrations stand on: the program itself."""

import pytest


@pytest.fixture
def _new_libraries() -> None:
    """Have every library made by the program itself: how that goes is what these tests look at."""
