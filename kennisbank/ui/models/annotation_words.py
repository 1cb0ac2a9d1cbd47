"""What annotations are called in the window: kinds, marks and what a newer version of the file did to them."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kennisbank.domain.annotation import COLOURS, UNKNOWN_CREATOR, AnchorState, Annotation, AnnotationKind

_KINDS: dict[AnnotationKind, tuple[str, str]] = {
    "highlight": (str(QT_TRANSLATE_NOOP("AnnotationWords", "Highlight")), "marker"),
    "underline": (str(QT_TRANSLATE_NOOP("AnnotationWords", "Underline")), "marker"),
    "strikeout": (str(QT_TRANSLATE_NOOP("AnnotationWords", "Struck out")), "marker"),
    "squiggly": (str(QT_TRANSLATE_NOOP("AnnotationWords", "Wavy underline")), "marker"),
    "note": (str(QT_TRANSLATE_NOOP("AnnotationWords", "Note")), "note"),
    "free_text": (str(QT_TRANSLATE_NOOP("AnnotationWords", "Text on the page")), "pencil"),
    "bookmark": (str(QT_TRANSLATE_NOOP("AnnotationWords", "Bookmark")), "bookmark"),
    "area": (str(QT_TRANSLATE_NOOP("AnnotationWords", "Area")), "grid"),
    "other": (str(QT_TRANSLATE_NOOP("AnnotationWords", "Drawing or other mark")), "pencil"),
}
_COLOURS = {
    "yellow": str(QT_TRANSLATE_NOOP("AnnotationWords", "Yellow")),
    "green": str(QT_TRANSLATE_NOOP("AnnotationWords", "Green")),
    "blue": str(QT_TRANSLATE_NOOP("AnnotationWords", "Blue")),
    "pink": str(QT_TRANSLATE_NOOP("AnnotationWords", "Pink")),
}
_STATES: dict[AnchorState, str] = {
    "original": "",
    "same": "",
    "moved": str(QT_TRANSLATE_NOOP("AnnotationWords", "Moved in the new version")),
    "changed": str(QT_TRANSLATE_NOOP("AnnotationWords", "Words changed in the new version")),
    "gone": str(QT_TRANSLATE_NOOP("AnnotationWords", "No longer in the new version")),
}


def _say(source: str) -> str:
    return QCoreApplication.translate("AnnotationWords", source) if source else ""


def kind_words(kind: AnnotationKind) -> str:
    """Return what a kind of annotation is called."""
    return _say(_KINDS[kind][0])


def kind_icon(kind: AnnotationKind) -> str:
    """Return the icon of a kind of annotation."""
    return _KINDS[kind][1]


def colour_words(colour: str) -> str:
    """Return what one of the four marks is called; another colour has no name, and gives none."""
    return _say(_COLOURS.get(colour, ""))


def mark_number(colour: str) -> int:
    """Return the number of a mark, 1 to 4; 0 for a colour from elsewhere and for none."""
    return COLOURS.index(colour) + 1 if colour in COLOURS else 0


def name_words(each: Annotation) -> str:
    """Return what an annotation is called: a highlight by its colour, the others by their kind."""
    if each.kind == "highlight" and each.colour in _COLOURS:
        return colour_words(each.colour)
    return kind_words(each.kind)


def state_words(state: AnchorState) -> str:
    """Return what a newer version of the file did to an annotation; nothing where all is as it was."""
    return _say(_STATES[state])


def writer_words(creator: str) -> str:
    """Return who wrote an annotation; nothing for the reader of this library."""
    return _say("unknown writer") if creator == UNKNOWN_CREATOR else creator


def quote_words(each: Annotation) -> str:
    """Return the words that it stands at; nothing where there are none."""
    quote = each.anchor.quote if each.anchor is not None else None
    return quote.exact if quote is not None else ""


# For lupdate, which reads literal calls only.
_KEPT = (QT_TRANSLATE_NOOP("AnnotationWords", "unknown writer"),)
