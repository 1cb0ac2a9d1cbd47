"""Acts, mailboxes, attachments and new versions as a part of the web application."""

from fastapi import FastAPI

from kennisbank.archive.correspondence import routes_acts, routes_attachments, routes_mailbox, routes_versions
from kennisbank.archive.database.moments import utc_now


def add_correspondence(app: FastAPI, *, prefix: str) -> None:
    """Give an application the routes of what readers and authors say to each other, below `prefix`.

    ``app.state.clock`` tells what time it is for them.
    """
    app.state.clock = utc_now
    for router in (routes_acts.router, routes_mailbox.router, routes_attachments.router, routes_versions.router):
        app.include_router(router, prefix=prefix)
