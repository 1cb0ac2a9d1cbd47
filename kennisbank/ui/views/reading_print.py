"""Printing the paper that is read: the bar that asks how, the system's own dialogue, and the job."""

import re
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog

from kennisbank.errors import Cancelled
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.reader.paper_keys import add_keys
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.reader.print_bar import PrintBar
from kennisbank.ui.reader.print_pages import PrintPage, ink_of, print_pages
from kennisbank.ui.reader.print_range import pages_in
from kennisbank.ui.widgets.buttons import IconButton
from kennisbank.ui.workers import LongJob

_ODD = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class PaperPrinting(QObject):
    """Printing in one pane. The status line shows how far it is, and can stop it."""

    def __init__(self, session: Session, pane: PaperPane) -> None:
        """Add the bar, the tool and the key to `pane`."""
        super().__init__(pane)
        self._session, self._pane = session, pane
        self.bar, self.tool = PrintBar(), IconButton("print", keys="Ctrl+P")
        self._job: LongJob | None = None
        pane.add_line(self.bar)
        pane.toolbar.add_tool(self.tool)
        add_keys(pane, (("Ctrl+P", self.begin),))
        self.tool.clicked.connect(self.begin)
        self.bar.closed.connect(self._close)
        self.bar.print_asked.connect(self._choose_printer)
        self.bar.file_asked.connect(self._choose_file)
        self.retranslate()

    @property
    def is_printing(self) -> bool:
        """Tell whether something is being printed."""
        return self._job is not None

    def retranslate(self) -> None:
        """Name the tool in the language in force."""
        self.tool.set_name(self.tr("Print"))

    def begin(self) -> None:
        """Show the bar, when there is something to print."""
        if self._pane.document is not None:
            self.bar.begin(
                has_cover=bool(self._pane.cover.hidden),
                has_marks=bool(self._pane.view.marks),
                has_printer=bool(QPrinterInfo.availablePrinterNames()),
            )

    def print_on(self, printer: QPrinter, target: Path | None) -> None:
        """Print what the bar says on a printer, or into a PDF at `target`."""
        pages, document = self._pages(), self._pane.document
        if pages is None or document is None or self._job is not None:
            return
        reading = self._session.kennisbank.reading
        self._job = self._session.tasks.long(
            self,
            self.tr("Printing"),
            lambda ctx: print_pages(
                printer, pages, lambda index, scale: reading.render(document, index, scale), ctx, target
            ),
            lambda count: self._on_done(count, target),
            self._on_failed,
        )
        self._close()

    def _pages(self) -> list[PrintPage] | None:
        """Return what is to be printed; None, and said in the bar, when the pages that were typed aren't there."""
        pane, document = self._pane, self._pane.document
        if document is None:
            return None
        hidden = frozenset() if self.bar.with_cover.isChecked() else pane.cover.hidden
        shown = [index for index in range(len(document.pages)) if index not in hidden]
        labels = [page.label or str(number) for number, page in enumerate(document.pages, 1)]
        wanted = pages_in(self.bar.pages.text(), labels, shown)
        if wanted is None:
            self.bar.refuse_pages()
            return None
        has_marks = self.bar.with_marks.isChecked()
        sizes = document.pages
        return [
            PrintPage(
                index,
                sizes[index].width,
                sizes[index].height,
                ink_of(pane.view.marks.on(index)) if has_marks else None,
            )
            for index in wanted
        ]

    def _choose_printer(self) -> None:
        if self._pages() is None:
            return
        printer = self._printer()
        dialog = QPrintDialog(printer, self._pane)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        is_chosen = dialog.exec()  # Windows' own dialogue knows no other way
        dialog.deleteLater()
        if is_chosen:
            self.print_on(printer, None)

    def _choose_file(self) -> None:
        if self._pages() is None:
            return
        name = _ODD.sub(" ", self._pane.title).strip()[:80] or "Kennisbank"
        chosen, _kind = QFileDialog.getSaveFileName(
            self._pane, self.tr("Save as PDF"), str(Path.home() / f"{name}.pdf"), "PDF (*.pdf)"
        )
        if chosen:
            target = Path(chosen)
            self.print_on(self._printer(), target if target.suffix.lower() == ".pdf" else Path(f"{target}.pdf"))

    def _printer(self) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._pane.title)
        printer.setPageMargins(QMarginsF(5, 5, 5, 5), QPageLayout.Unit.Millimeter)
        return printer

    def _close(self) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.bar.isAncestorOf(focused)
        self.bar.hide()
        if had_focus:
            self._pane.view.setFocus()

    def _on_done(self, count: int, target: Path | None) -> None:
        self._job = None
        if target is None:
            self._session.tell(self.tr("%n page(s) went to the printer.", "", count))
        else:
            words = self.tr("%n page(s) written to {file}.", "", count)
            self._session.tell(words.format(file=target.name))

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, Cancelled):
            self._session.tell(self.tr("Printing was stopped."))
        else:
            self._session.failed.emit(error)
