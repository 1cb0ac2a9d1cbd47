"""The archive as a web application: its routes put together, and what holds for all of them."""

import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from http import HTTPStatus

import anyio.to_thread
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kennisbank.archive.admission.rooms import add_accounts
from kennisbank.archive.asking.rooms import add_asking
from kennisbank.archive.batches import routes_batches
from kennisbank.archive.batches.batches import Batches
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.correspondence.rooms import add_correspondence
from kennisbank.archive.database.engine import READERS
from kennisbank.archive.deskwork.rooms import add_desk
from kennisbank.archive.fetching import routes_atom, routes_catalogue, routes_changes, routes_files
from kennisbank.archive.harvesting import oai
from kennisbank.archive.keeping.daily import DailyRound
from kennisbank.archive.letters.courier import Courier
from kennisbank.archive.mail.post import Post
from kennisbank.archive.privacy.rooms import add_privacy
from kennisbank.archive.web import health
from kennisbank.archive.web.edge import API, Edge
from kennisbank.archive.web.faults import EVERYWHERE, FaultError, fault_response, faults
from kennisbank.archive.web.metrics import Metrics
from kennisbank.archive.web.openapi import DESCRIPTION, described, methods_of
from kennisbank.archive.websites.replay import Replay
from kennisbank.archive.world import Archive
from kennisbank.errors import DatabaseError, EnvironmentFailure, KennisbankError, NotFoundError
from kennisbank.sync.protocol_codec import MalformedMessageError

LOG = logging.getLogger("kennisbank.archive")
THREADS = READERS
"""Requests that work with the database at once: as many as its pool keeps connections."""


def make_app(archive: Archive, mail: Post, *, settings: ArchiveConfig) -> FastAPI:
    """Return the application that serves `archive` and sends its messages through `mail`.

    It answers from threads (`THREADS` at once); the archive isn't closed by it.
    """
    metrics = Metrics()
    app = FastAPI(
        title=settings.name,
        version="1",
        description=DESCRIPTION,
        lifespan=_lifespan,
        responses=faults(*EVERYWHERE),
        docs_url=None,  # FastAPI's own page has a browser fetch programs from elsewhere
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.archive = archive
    app.state.config = settings
    app.state.metrics = metrics
    app.state.batches = Batches(archive, settings)
    for router in (routes_catalogue.router, routes_changes.router, routes_files.router, routes_batches.router):
        app.include_router(router, prefix=API)
    add_desk(app, archive, settings, prefix=API)
    # Messages leave, and the daily round is looked after, while it is at work (`_lifespan`).
    app.state.courier = Courier(archive, mail, settings, daily=DailyRound(archive, settings).look)
    add_accounts(app, archive, settings, prefix=API)
    add_privacy(app, archive, mail, settings, prefix=API)
    add_correspondence(app, prefix=API)
    add_asking(app, prefix=API)
    app.include_router(health.router)
    app.include_router(oai.router)
    app.include_router(routes_atom.router)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(MalformedMessageError, _malformed)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(KennisbankError, _failed)
    app.add_middleware(Edge, limits=settings.limits, metrics=metrics)
    app.state.replay = Edge(Replay(archive, app.state.websites), limits=settings.limits, metrics=metrics)
    app.openapi = lambda: described(app)  # type: ignore[method-assign]  # FastAPI's own way of extending it
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
    config: ArchiveConfig = app.state.config
    courier: Courier = app.state.courier
    await anyio.to_thread.run_sync(app.state.batches.tidy, config.retention.staged_days)
    async with courier.at_work():
        LOG.info("started")
        yield
    LOG.info("stopped")


def _invalid(request: Request, error: Exception) -> Response:
    """Say where a message is wrong; FastAPI's own answer would quote it."""
    first = error.errors()[0] if isinstance(error, RequestValidationError) and error.errors() else {}
    place = ".".join(str(each) for each in first.get("loc", ())[:4])[:100]
    return fault_response(request, FaultError("invalid", detail=place))


def _malformed(request: Request, error: Exception) -> Response:
    return fault_response(request, FaultError("invalid", detail=str(error)[:300]))


_BY_STATUS: Mapping[int, str] = {404: "not_found", 405: "not_allowed", 413: "too_large", 400: "invalid"}


def _refused(request: Request, error: Exception) -> Response:
    """Answer the framework's own refusals (no such route or method) in the archive's words."""
    if isinstance(error, FaultError):
        return fault_response(request, error)
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.INTERNAL_SERVER_ERROR
    headers = error.headers if isinstance(error, HTTPException) else None
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers = {"Allow": ", ".join(methods_of(request.app, request.url.path))}  # the framework names one route's
    return fault_response(request, FaultError(_BY_STATUS.get(status, "invalid"), headers=headers))


def _failed(request: Request, error: Exception) -> Response:
    """Answer what the database or the file store couldn't do."""
    if isinstance(error, NotFoundError):
        return fault_response(request, FaultError("not_found"))
    LOG.error("failed", exc_info=error, extra={"code": getattr(error, "code", "")})
    if isinstance(error, DatabaseError) and error.code == "full":
        return fault_response(request, FaultError("full"))
    if isinstance(error, EnvironmentFailure):
        return fault_response(request, FaultError("busy", retry_after=5))
    return fault_response(request, FaultError("bug"))
