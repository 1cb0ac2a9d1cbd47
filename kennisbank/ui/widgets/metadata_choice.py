"""A combo box that also gets smaller again when the text does."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox
from typing_extensions import override


class MetadataChoice(QComboBox):
    """A combo box whose least size follows its font: Qt keeps the one it had when the text was largest."""

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
