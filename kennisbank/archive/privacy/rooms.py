"""What is somebody's own, given and erased, as a part of the web application."""

from fastapi import FastAPI

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.mail.post import Post
from kennisbank.archive.privacy import routes_me
from kennisbank.archive.privacy.erasures import Erasures
from kennisbank.archive.world import Archive


def add_privacy(app: FastAPI, archive: Archive, mail: Post, settings: ArchiveConfig, *, prefix: str) -> None:
    """Give an application the routes by which somebody gets everything about them, and has it erased.

    ``app.state.clock`` tells what time it is for them, ``app.state.batches`` has what waits to be published.
    """
    app.state.erasures = Erasures(
        archive,
        settings,
        mail,
        staged=lambda key: app.state.batches.forget_address(key),  # noqa: PLW0108 -- it may be set later
        clock=lambda: app.state.clock(),  # noqa: PLW0108 -- it is set later
    )
    app.include_router(routes_me.router, prefix=prefix)
