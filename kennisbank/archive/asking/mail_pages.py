"""Small pages for whoever follows a link in a mail: a heading, a sentence, a button. Pure; no programs in them."""

import base64
import hashlib
import html

from kennisbank.sentences import Language, sentence

_STYLE = (
    "body{font:1.125rem/1.5 sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem}"
    "button{font:inherit;padding:.75rem 1.5rem;min-height:3rem}"
)
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
CSP = f"default-src 'none'; style-src 'sha256-{_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
"""What browsers are told that such a page may do: its own style, and its own button."""


def page(archive: str, language: Language, what: str, *, has_button: bool = False) -> bytes:
    """Return a page of the archive called `archive`.

    `what` names its sentences (``mail_page.WHAT_title``, ``…_said`` and, with a button, ``…_button``).
    """
    values = {"archive": archive}
    title, said = (html.escape(sentence(f"mail_page.{what}_{part}", language, values)) for part in ("title", "said"))
    button = html.escape(sentence(f"mail_page.{what}_button", language, values)) if has_button else ""
    form = f'<form method="post"><button type="submit">{button}</button></form>\n' if has_button else ""
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{title} – {html.escape(archive)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<p>{said}</p>\n{form}</main>\n</body>\n</html>\n"
    ).encode()
