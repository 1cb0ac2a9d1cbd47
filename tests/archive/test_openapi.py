"""The description of the archive is true: whatever is asked, as described or not, is answered as described.

By hand with more examples, as a maintainer: ``KENNISBANK_EXAMPLES=500 ./run test tests/archive/test_openapi.py``.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from anyio.from_thread import BlockingPortal
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.core.parameters import ParameterLocation

from kennisbank.archive.app import make_app
from kennisbank.archive.mail.post import FolderPost
from kennisbank.archive.world import Archive
from tests.archive.account_world import CONFIG, World
from tests.archive.publishing import Maintainer, edition, paper

EXAMPLES = int(os.environ.get("KENNISBANK_EXAMPLES", "3"))
CHECKS = {
    # What the schema can't say (an id that nobody has, house rules that must be accepted) is refused with 422 or 410.
    "positive_data_acceptance": {"expected-statuses": ["2xx", "3xx", "401", "403", "404", "409", "410", "422", "429"]},
    # A client that doesn't say which protocol it speaks is too old.
    "negative_data_rejection": {"expected-statuses": ["400", "401", "403", "404", "405", "409", "422", "426", "429"]},
    "missing_required_header": {"expected-statuses": ["400", "401", "403", "422", "426"]},
    # A path of its own and one with a parameter: what the second allows the first one does, too.
    "unsupported_method": {"enabled": False},
}


@pytest.fixture(scope="module")
def described(new_data: Path, tmp_path_factory: pytest.TempPathFactory, loop: BlockingPortal) -> Iterator[Any]:
    """Give the description of an archive with an edition and some papers in it."""
    folder = tmp_path_factory.mktemp("openapi")
    shutil.copytree(new_data, folder / "archive")
    with Archive.open(folder / "archive") as archive:
        world = World(archive, folder, loop=loop)
        maintainer = Maintainer(world)
        maintainer.all_of([paper("One"), paper("Two")], edition())
        app = make_app(archive, FolderPost(folder / "mail"), settings=CONFIG)
        app.state.token = maintainer.headers["Authorization"]
        config = schemathesis.Config.from_dict({"checks": CHECKS})
        yield schemathesis.openapi.from_asgi("/openapi.json", app, config=config)


def _try(operation: Any, mode: schemathesis.GenerationMode) -> None:
    ends_session = operation.method.upper() == "DELETE" and "sessions" in operation.path

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    def tried(case: schemathesis.Case) -> None:
        # Where the headers are what is wrong, the one for the session may be it.
        is_left_out = ends_session or (case.meta is not None and case.meta.is_negative_at(ParameterLocation.HEADER))
        case.call_and_validate(headers={} if is_left_out else {"Authorization": operation.app.state.token})

    tried()


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
def test_every_answer_is_one_that_is_described(described: Any, mode: schemathesis.GenerationMode) -> None:
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) > 25
    for operation in operations:
        with suppress(Unsatisfiable):  # nothing can be wrong with a question that has no parts
            _try(operation, mode)


def test_every_operation_says_what_it_does_and_how_it_fails(described: Any) -> None:
    for path, operations in described.raw_schema["paths"].items():
        for method, operation in operations.items():
            assert operation["summary"], (method, path)
            for status in ("422", "426", "500", "503"):
                said = operation["responses"][status]["content"]["application/json"]
                assert said["schema"]["$ref"].endswith("/Fault") or path == "/health", (method, path)
                assert path == "/health" or said["examples"], (method, path)
