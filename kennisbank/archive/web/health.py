"""How the server is: for whoever watches over it, and for Prometheus."""

import html
import logging
from collections.abc import Callable
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse
from pydantic.dataclasses import dataclass
from starlette.responses import Response

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.records.catalogue import Catalogue
from kennisbank.archive.web.answers import answer, answer_text
from kennisbank.archive.web.faults import language_of
from kennisbank.archive.web.metrics import MEDIA_TYPE, Metrics
from kennisbank.archive.web.openapi import routes_page
from kennisbank.archive.world import Archive
from kennisbank.errors import KennisbankError
from kennisbank.sentences import sentence

router = APIRouter(tags=["server"])
LOG = logging.getLogger("kennisbank.archive.health")
_NO_FILE = "0" * 64


@dataclass(frozen=True)
class Health:
    """Whether the archive can work: each part `ok`, or `failed`."""

    state: Literal["ok", "failed"]
    database: Literal["ok", "failed"]
    files: Literal["ok", "failed"]


@router.get(
    "/health",
    summary="Whether database and files can be reached",
    response_model=Health,
    responses={503: {"model": Health, "description": "One of them can't; the log says why."}},
)
def get_health(request: Request) -> Response:
    """Answer 200 when all is well, else 503."""
    archive: Archive = request.app.state.archive
    database, files = _works(lambda: _ask_database(archive)), _works(lambda: archive.files.has(_NO_FILE))
    is_well = database == files == "ok"
    return answer(request, Health("ok" if is_well else "failed", database, files), status=200 if is_well else 503)


@router.get("/metrics", summary="Counts for Prometheus", response_class=PlainTextResponse)
def get_metrics(request: Request) -> Response:
    """Answer with Prometheus' text; nothing in it is about one person."""
    archive: Archive = request.app.state.archive
    metrics: Metrics = request.app.state.metrics
    with archive.read() as tx:
        revision, contributions = tx.records.head()[0], Catalogue(tx.connection).count()
    return answer_text(request, metrics.text(revision=revision, contributions=contributions), MEDIA_TYPE)


@router.get("/", include_in_schema=False)
def get_home(request: Request) -> Response:
    """Tell whoever comes with a browser what this is."""
    config: ArchiveConfig = request.app.state.config
    language = language_of(request)
    said = sentence("archive.home", language)
    text = _PAGE.format(language=language, name=html.escape(config.name), said=html.escape(said))
    headers = {"Content-Security-Policy": "default-src 'none'", "Vary": "Accept-Language"}
    return answer_text(request, text.encode(), "text/html; charset=utf-8", headers=headers)


@router.get("/docs", include_in_schema=False)
def get_docs(request: Request) -> Response:
    """List all routes for people; ``/openapi.json`` has everything."""
    text = routes_page(request.app).encode()
    headers = {"Content-Security-Policy": "default-src 'none'"}
    return answer_text(request, text, "text/html; charset=utf-8", headers=headers)


def _works(ask: Callable[[], object]) -> Literal["ok", "failed"]:
    try:
        ask()
    except (KennisbankError, OSError):
        LOG.exception("unhealthy")
        return "failed"
    return "ok"


def _ask_database(archive: Archive) -> None:
    with archive.read() as tx:
        tx.records.head()


_PAGE = """\
<!doctype html>
<html lang="{language}"><meta charset="utf-8"><title>{name}</title>
<h1>{name}</h1>
<p>{said}</p>
<p><a href="/v1/editions">/v1/editions</a> ·
<a href="/v1/contributions">/v1/contributions</a> · <a href="/docs">/docs</a></p>
"""
