"""Text on cards: Qt counts in UTF-16, and what is cut and what is a link must be right behind an emoji too."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from kennisbank.ui.reader.margin_text import LaidText

ADDRESS = "https://example.org/x"


def test_a_link_behind_emoji_can_be_pressed_up_to_its_end(qapp: QApplication) -> None:
    laid = LaidText(f"🎉🎉🎉🎉🎉🎉 {ADDRESS}", QFont("sans", 10), 2000, 20)
    width = laid._layout.lineAt(0).naturalTextWidth()
    assert laid.link_at(QPointF(width - 3, 10)) == ADDRESS
    assert laid.link_at(QPointF(3, 10)) == ""


def test_what_is_cut_behind_emoji_misses_no_letter(qapp: QApplication) -> None:
    text = "🎉🎉🎉🎉🎉🎉 een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien"
    laid = LaidText(text, QFont("sans", 10), 150, 20, 2)
    assert laid.is_cut
    assert text.endswith(laid._rest)
    assert laid._rest.split()[0] in text.split()
