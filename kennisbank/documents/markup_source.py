"""reStructuredText and Markdown as HTML; slow to load, so imported only where such a file comes by."""

import html
import re
from typing import Any, ClassVar

from docutils import nodes
from docutils.core import publish_parts
from docutils.parsers.rst import Directive, directives, roles
from docutils.utils import SystemMessage
from markdown_it import MarkdownIt

from kennisbank.documents.wording import safe_title
from kennisbank.errors import DocumentError

_SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "_disable_config": True,
    "report_level": 5,
    "halt_level": 5,
    "embed_stylesheet": False,
    "stylesheet_path": None,
    "syntax_highlight": "none",
    "math_output": "LaTeX",
    "docinfo_xform": False,
    "line_length_limit": 1_000_000,
    "smart_quotes": False,
}


_AUTHOR = re.compile(r"^:authors?:[ \t]*(\S.*)$", re.MULTILINE | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


class _Unknown(Directive):
    """Stands for a directive that docutils doesn't have: its text is kept, its machinery is not."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[Any] = None

    def run(self) -> list[nodes.Node]:
        """Return what stands in the directive, read as text."""
        container = nodes.container()
        if self.arguments:
            container += nodes.paragraph("", self.arguments[0])
        self.state.nested_parse(self.content, self.content_offset, container)
        return [container]


def _directive(name: str, language: Any, document: Any) -> tuple[Any, list[Any]]:
    found, messages = _known_directive(name, language, document)
    return (found or _Unknown), ([] if found is None else messages)


def _role(name: str, language: Any, line: int, reporter: Any) -> tuple[Any, list[Any]]:
    found, messages = _known_role(name, language, line, reporter)
    return (found or _unknown_role), ([] if found is None else messages)


def _unknown_role(*given: Any, **_: Any) -> tuple[list[nodes.Node], list[Any]]:
    """Stand for a role that docutils doesn't have: its text is kept. Called with name, source and text first."""
    _name, source, text, *_rest = given
    return [nodes.inline(source, text)], []


_known_directive, _known_role = directives.directive, roles.role
directives.directive = _directive  # type: ignore[assignment]
roles.role = _role  # type: ignore[assignment]


def rst_html(source: str) -> tuple[str, dict[str, str]]:
    """Return reStructuredText as HTML, and the title and authors that it names.

    Nothing is read from other files; unknown directives and roles keep their text.

    Raises:
        DocumentError: ``damaged``: docutils can't make sense of it.
    """
    try:
        parts = publish_parts(source, writer="html5", settings_overrides=_SETTINGS)
    except (SystemMessage, ValueError, IndexError, KeyError, AttributeError, TypeError, AssertionError) as error:
        raise DocumentError("damaged", "The file can't be read as reStructuredText.") from error
    info = {
        "title": safe_title(_TAG.sub("", html.unescape(str(parts["title"])))),
        "author": safe_title("; ".join(_AUTHOR.findall(source))),
    }
    return str(parts["html_body"]), {key: value for key, value in info.items() if value}


def markdown_html(source: str) -> str:
    """Return Markdown as HTML; HTML in it is passed on, for the same filter as any HTML."""
    return str(MarkdownIt("commonmark", {"html": True}).enable("table").render(source))
