"""The desk, and what maintainers change by hand, as a part of the web application."""

from fastapi import FastAPI

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.deskwork import routes_desk
from kennisbank.archive.deskwork.work import DeskWork
from kennisbank.archive.voices import routes_people
from kennisbank.archive.websites import routes_websites
from kennisbank.archive.websites.taking_in import Websites
from kennisbank.archive.world import Archive

NEAR = "http://127.0.0.1:8766"
"""Where websites are replayed, unless the server or the archive's file says otherwise."""


def add_desk(app: FastAPI, archive: Archive, settings: ArchiveConfig, *, prefix: str) -> None:
    """Give an application the routes of the desk, persons, editions and websites, below `prefix`."""
    app.state.desk_work = DeskWork(archive, settings)
    app.state.websites = Websites(archive, settings, NEAR)
    for router in (routes_desk.router, routes_people.router, routes_websites.router):
        app.include_router(router, prefix=prefix)
