"""Under which name the authors see somebody: the own name, or the role only; and what that means."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from kennisbank.domain.correspondence import ShownAs
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.text import Text


class ShownAsChoice(QWidget):
    """Two radio buttons. Signal: `chosen` with ``name`` or ``role``."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with the own name, which isn't known yet."""
        super().__init__(parent)
        self._name = self._role = ""
        self.own, self.role = QRadioButton(self), QRadioButton(self)
        self._means = Text(size=12, tone="text_2", wraps=True)
        Column(self, spacing=6).add_all(self.own, self.role, self._means)
        self.own.setChecked(True)
        self.own.clicked.connect(lambda: self._choose("name"))
        self.role.clicked.connect(lambda: self._choose("role"))
        self.retranslate()

    @property
    def value(self) -> ShownAs:
        """Return what is chosen."""
        return "role" if self.role.isChecked() else "name"

    def put(self, value: ShownAs) -> None:
        """Choose this, without a signal."""
        (self.role if value == "role" else self.own).setChecked(True)
        self.retranslate()

    def set_person(self, name: str, role: str) -> None:
        """Say who is writing: a name, and what they do; empty while nobody is logged in."""
        self._name, self._role = name, role
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("How the authors see you"))
        own, role = self.tr("My own name: {name}"), self.tr("My role only: {role}")
        self.own.setText(own.format(name=self._name) if self._name else self.tr("My own name"))
        self.role.setText(role.format(role=self._role) if self._role else self.tr("My role only"))
        if self.value == "role":
            words = self.tr(
                "The archive knows your name, the authors don't. It reaches the authors tomorrow morning, so that the "
                "time doesn't give you away. A role that hardly anybody has is shown as “reader”."
            )
        else:
            words = self.tr("It reaches the authors as soon as they are online.")
        self._means.setText(words)

    def _choose(self, value: ShownAs) -> None:
        self.retranslate()
        self.chosen.emit(value)
