"""What a processor of styles gave, mended at the seams, as HTML and as plain text."""

import html
import re

_STANDINS = str.maketrans({"<": "\ue000", ">": "\ue001", "&": "\ue002"})
_ORIGINALS = str.maketrans({"\ue000": "<", "\ue001": ">", "\ue002": "&"})
_ENTITIES = str.maketrans({"\ue000": "&lt;", "\ue001": "&gt;", "\ue002": "&amp;"})
_SINGLE = str.maketrans({"“": "‘", "”": "’", "„": "‚", '"': "'"})
_PRIVATE = re.compile("[\ue000-\ue002]")
_TAG = re.compile(r"</?[a-z]+(?: [^<>]*)?>")
_LINK = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]’”]")
_DOI = re.compile(r"(doi:\s?)(10\.\d{4,9}/[^\s<>\"]*[^\s<>\".,;:!?)\]’”])", re.IGNORECASE)
_SEAMS = (
    (re.compile(r"^((?:<[a-z]+>)*(?:\[\d+\]|\d+\.))(?=\S)"), r"\1 "),  # [1]Author
    (re.compile(r"\s+"), " "),
    (re.compile(r" +([,.;:)\]])"), r"\1"),
    (re.compile(r"([(\[]) +"), r"\1"),
    (re.compile(r"[,;:]+(?=[.])"), ""),
    (re.compile(r"([,;:])(?:[,;:])+"), r"\1"),
    (re.compile(r"(?<![.])\.\.(?![.])"), "."),
    (re.compile(r"([?!](?:</[a-z]+>)*)\."), r"\1"),
    (re.compile(r"[\s,;:]+$"), ""),
)


def shielded(text: str) -> str:
    """Return `text` so that nothing in it can be taken for markup, until `as_html` or `as_text`."""
    plain = "".join(char if char.isprintable() else " " for char in _PRIVATE.sub("", text))
    return " ".join(plain.split()).translate(_STANDINS)


def mended(markup: str, *, is_american: bool = False) -> str:
    """Return a rendered reference without doubled spaces and points, and with a point at its end.

    `is_american`: points and commas stand within quotation marks.
    """
    for pattern, by in _SEAMS:
        markup = pattern.sub(by, markup)
    markup = _alternated(markup)
    if is_american:
        markup = re.sub(r"([?!])([”’]+)[.,]", r"\1\2", markup)
        markup = re.sub(r"([”’]+)([.,])", r"\2\1", markup)
    end = _TAG.sub("", markup).rstrip("”’\"')")
    address = re.search(r"(?:https?://|doi:\s?)\S+$", end)
    return markup if not end or end[-1] in ".?!…" or address is not None else f"{markup}."


def quotes_within(text: str) -> str:
    """Return a text that will stand in double quotation marks with its own ones made single."""
    return text.translate(_SINGLE)


def _alternated(markup: str) -> str:
    """Return `markup` with single quotation marks within double ones: a title with a quotation in it."""
    depth, pieces = 0, []
    for char in markup:
        if char == "“":
            depth += 1
        pieces.append(char.translate(_SINGLE) if depth > 1 else char)
        if char == "”":
            depth = max(0, depth - 1)
    return "".join(pieces)


def as_html(markup: str) -> str:
    """Return mended markup as HTML, its web addresses as links."""
    # Links first: `&` is still one character, and can't be mistaken for the end of an address.
    linked = _LINK.sub(lambda found: f'<a href="{found[0]}">{found[0]}</a>', markup)
    linked = _DOI.sub(lambda found: f'{found[1]}<a href="https://doi.org/{found[2]}">{found[2]}</a>', linked)
    return linked.translate(_ENTITIES)


def as_text(markup: str) -> str:
    """Return mended markup as plain text."""
    return html.unescape(_TAG.sub("", markup)).translate(_ORIGINALS)
