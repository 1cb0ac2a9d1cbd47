"""The description of all routes, for whoever writes another client."""

import re
from html import escape
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from kennisbank.archive.web.edge import API
from kennisbank.sync.protocol import HEADER, OLDEST

DESCRIPTION = """\
What is public here needs no account: the catalogue, its changes and its files. Everything else needs
`Authorization: Bearer …` with an access token or a device token. Each failure is a `Fault`, with words for people in
the language of `Accept-Language` (Dutch or English).
"""
_NO_HTTP = {"description": "This is no HTTP.", "content": {"text/plain": {"schema": {"type": "string"}}}}


def described(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI description of `app`, made once, with what holds for every route below ``/v1``."""
    if app.openapi_schema is None:
        schema = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        for path, operations in schema["paths"].items():
            for method, operation in operations.items():
                operation["responses"]["400"] = _NO_HTTP
                _mend_faults(operation["responses"])
                if path.startswith(API):
                    operation.setdefault("parameters", []).append(_header(is_required=method not in {"get", "head"}))
        app.openapi_schema = schema
    return app.openapi_schema


def methods_of(app: FastAPI, path: str) -> list[str]:
    """Return the methods that a path has, of its own pattern where another one would take it too."""
    found: list[str] = []
    for pattern, operations in sorted(described(app)["paths"].items(), key=lambda each: each[0].count("{")):
        if re.fullmatch(re.sub(r"\{[^}]*\}", "[^/]+", pattern), path):
            found = [each.upper() for each in operations]
            break
    return sorted(found) or ["GET"]


def routes_page(app: FastAPI) -> str:
    """Return a page for people with all routes and what they do; it fetches nothing from elsewhere."""
    lines = [f"<!doctype html><meta charset=utf-8><title>{escape(app.title)}</title><h1>{escape(app.title)}</h1><ul>"]
    for path, operations in described(app)["paths"].items():
        for method, operation in operations.items():
            what = escape(operation.get("summary", ""))
            lines.append(f"<li><code>{method.upper()} {escape(path)}</code>: {what}</li>")
    return "\n".join([*lines, '</ul><p><a href="/openapi.json">openapi.json</a></p>'])


def _mend_faults(responses: dict[str, Any]) -> None:
    """Say that faults are JSON, also of a route that answers with text: FastAPI takes them for that, too."""
    for response in responses.values():
        content = response.get("content", {})
        said = content.get("application/json", {})
        if "examples" in said and "schema" not in said:
            response["content"] = {"application/json": {**said, "schema": {"$ref": "#/components/schemas/Fault"}}}


def _header(*, is_required: bool) -> dict[str, Any]:
    return {
        "name": HEADER,
        "in": "header",
        "required": is_required,
        "description": "The version of the protocol that the client speaks; browsers needn't say.",
        "schema": {"type": "integer", "minimum": OLDEST, "maximum": 999_999_999},
        "example": OLDEST,
    }
