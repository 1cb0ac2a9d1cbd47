"""What strangers ask, and links in mails, as a part of the web application."""

from fastapi import FastAPI

from kennisbank.archive.asking import routes_asking, routes_mail_links


def add_asking(app: FastAPI, *, prefix: str) -> None:
    """Give an application remarks and the newsletter below `prefix`, and the pages of links in mails where they lead.

    ``app.state.clock`` and ``app.state.courier`` are as the application and the room of correspondence set them.
    """
    app.include_router(routes_asking.router, prefix=prefix)
    app.include_router(routes_mail_links.router)
