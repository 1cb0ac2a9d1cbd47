"""Accounts as a part of the web application."""

from fastapi import FastAPI

from kennisbank.archive.admission import routes_accounts, routes_admin, routes_sessions
from kennisbank.archive.admission.accounts import Accounts
from kennisbank.archive.admission.administration import Administration
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.world import Archive


def add_accounts(app: FastAPI, archive: Archive, settings: ArchiveConfig, *, prefix: str) -> None:
    """Give an application the routes of accounts, below `prefix`, and what they and the table of rights work with."""
    accounts = Accounts(archive, settings)
    app.state.accounts = accounts
    app.state.viewer_of = accounts.viewer_of
    app.state.administration = Administration(archive)
    for router in (routes_accounts.router, routes_sessions.router, routes_admin.router):
        app.include_router(router, prefix=prefix)
