"""What authors and strangers ask, as a part of the web application."""

from fastapi import FastAPI

from kennisbank.archive import routes_asking, routes_atom, routes_mail_links, routes_versions


def add_people(app: FastAPI, *, prefix: str) -> None:
    """Give an application remarks, newsletter, links in mails, versions handed in, and the Atom feed.

    Those of the protocol below `prefix`, pages and feed where browsers look.

    ``app.state.clock`` and ``app.state.courier`` are as the rooms of correspondence and accounts set them.
    """
    for router in (routes_asking.router, routes_versions.router):
        app.include_router(router, prefix=prefix)
    for router in (routes_mail_links.router, routes_atom.router):
        app.include_router(router)
