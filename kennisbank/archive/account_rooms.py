"""Accounts as a part of the web application."""

from fastapi import FastAPI

from kennisbank.archive import routes_accounts, routes_admin, routes_sessions
from kennisbank.archive.accounts import Accounts
from kennisbank.archive.administration import Administration
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.courier import Courier
from kennisbank.archive.daily import DailyRound
from kennisbank.archive.post import Post
from kennisbank.archive.world import Archive


def add_accounts(app: FastAPI, archive: Archive, mail: Post, settings: ArchiveConfig, *, prefix: str) -> None:
    """Give an application the routes of accounts, below `prefix`, and what they and the table of rights work with.

    Messages leave while ``app.state.courier.at_work()`` is entered, as the application's lifespan does.
    """
    accounts = Accounts(archive, settings)
    app.state.accounts = accounts
    app.state.viewer_of = accounts.viewer_of
    app.state.administration = Administration(archive)
    app.state.courier = Courier(archive, mail, settings, daily=DailyRound(archive, settings).look)
    for router in (routes_accounts.router, routes_sessions.router, routes_admin.router):
        app.include_router(router, prefix=prefix)
