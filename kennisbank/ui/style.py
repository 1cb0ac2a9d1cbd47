"""Fusion with the design's own buttons, fields, indicators, bars, rows, menus and focus ring.

Everything is drawn from the theme and the metrics in force, so that no style sheet is needed. This module says which
element is drawn by which function of `painting/`; what it doesn't name is Fusion's, in the theme's palette.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFocusFrame,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from kennisbank.ui.look import px, theme
from kennisbank.ui.painting import bars, buttons, fields, lists
from kennisbank.ui.painting.shapes import panel

_CE = QStyle.ControlElement
_PE = QStyle.PrimitiveElement
_CC = QStyle.ComplexControl
_CT = QStyle.ContentsType
_PM = QStyle.PixelMetric
_SE = QStyle.SubElement
_SC = QStyle.SubControl
_SH = QStyle.StyleHint

_Draw = Callable[[Any, QPainter, QWidget | None], None]

RING, RING_GAP = 2, 2
"""The focus ring: pixels of line, and of ground between it and the control."""

_LENGTHS: dict[QStyle.PixelMetric, float] = {
    _PM.PM_IndicatorWidth: 16,
    _PM.PM_IndicatorHeight: 16,
    _PM.PM_ExclusiveIndicatorWidth: 16,
    _PM.PM_ExclusiveIndicatorHeight: 16,
    _PM.PM_CheckBoxLabelSpacing: 8,
    _PM.PM_RadioButtonLabelSpacing: 8,
    _PM.PM_ScrollBarExtent: 12,
    _PM.PM_ScrollBarSliderMin: 32,
    _PM.PM_ButtonIconSize: 20,
    _PM.PM_ToolBarIconSize: 20,
    _PM.PM_SmallIconSize: 20,
    _PM.PM_ListViewIconSize: 20,
    _PM.PM_LineEditIconSize: 20,
    _PM.PM_ToolTipLabelFrameWidth: 8,
    _PM.PM_MenuVMargin: 4,
    _PM.PM_MenuHMargin: 0,
    _PM.PM_SliderThickness: 20,
    _PM.PM_SliderLength: 16,
    _PM.PM_TabBarTabHSpace: 32,
    _PM.PM_HeaderMargin: 8,
}
_PLAIN: dict[QStyle.PixelMetric, int] = {
    _PM.PM_MenuPanelWidth: 1,
    _PM.PM_SplitterWidth: 1,  # Qt then makes the area to grab five wide
    _PM.PM_ButtonShiftHorizontal: 0,
    _PM.PM_ButtonShiftVertical: 0,
    _PM.PM_ButtonDefaultIndicator: 0,
    _PM.PM_FocusFrameHMargin: RING + RING_GAP,
    _PM.PM_FocusFrameVMargin: RING + RING_GAP,
    _PM.PM_TabBarBaseHeight: 1,
    _PM.PM_TabBarBaseOverlap: 1,
    _PM.PM_TabBarTabShiftVertical: 0,
    _PM.PM_TabBarTabShiftHorizontal: 0,
}
_HINTS: dict[QStyle.StyleHint, int] = {
    _SH.SH_EtchDisabledText: 0,
    _SH.SH_ComboBox_Popup: 0,
    _SH.SH_FocusFrame_Mask: 0,  # it would cut off the corners of the ring where they are rounder at large text
    _SH.SH_ScrollBar_LeftClickAbsolutePosition: 1,
    _SH.SH_UnderlineShortcut: 1,
    _SH.SH_TabBar_Alignment: int(Qt.AlignmentFlag.AlignLeft.value),
    _SH.SH_ItemView_ShowDecorationSelected: 1,
    _SH.SH_Widget_Animation_Duration: 0,
    _SH.SH_Menu_MouseTracking: 1,
}
# Each question goes from Qt to Python and, where Fusion has to answer it, back again; making a window asks thousands of
# times. What Fusion answers alike for every widget it is asked once.
_SAME_HINTS = (
    _SH.SH_Widget_ShareActivation,
    _SH.SH_ScrollBar_Transient,
    _SH.SH_ScrollView_FrameOnlyAroundContents,
    _SH.SH_Button_FocusPolicy,
    _SH.SH_FocusFrame_AboveWidget,
    _SH.SH_ItemView_ScrollMode,
    _SH.SH_ToolButton_PopupDelay,
    _SH.SH_ComboBox_ListMouseTracking,
)
_SAME_LENGTHS = (
    _PM.PM_ScrollView_ScrollBarOverlap,
    _PM.PM_ScrollView_ScrollBarSpacing,
    _PM.PM_TextCursorWidth,
    _PM.PM_TabBarTabVSpace,
)
_WHOLE_ITEMS = frozenset(each for each in _SE if each.name.endswith("LayoutItem"))
"""What a layout counts as a control: to Fusion all of it, which is said with a rectangle that is none."""
_AS_THEY_ARE = frozenset((_CT.CT_ScrollBar, _CT.CT_Splitter))
"""What Fusion leaves as large as it is."""


class KennisbankStyle(QProxyStyle):
    """The program's one style; give it to `QApplication.setStyle` and keep a reference."""

    def __init__(self) -> None:
        """Stand on Fusion, which looks the same everywhere."""
        super().__init__("Fusion")
        self._hints = {**{each: super(KennisbankStyle, self).styleHint(each) for each in _SAME_HINTS}, **_HINTS}
        self._plain = {**{each: super(KennisbankStyle, self).pixelMetric(each) for each in _SAME_LENGTHS}, **_PLAIN}
        self._controls: dict[QStyle.ControlElement, _Draw] = {
            _CE.CE_PushButton: buttons.draw_push,
            _CE.CE_ProgressBarGroove: _nothing,
            _CE.CE_ProgressBarContents: _without_widget(bars.draw_progress),
            _CE.CE_ProgressBarLabel: _nothing,
            _CE.CE_TabBarTab: _without_widget(bars.draw_tab),
            _CE.CE_HeaderSection: _without_widget(lists.draw_header),
            _CE.CE_HeaderLabel: _nothing,
            _CE.CE_HeaderEmptyArea: _draw_empty_header,
            _CE.CE_MenuItem: _without_widget(lists.draw_menu_item),
            _CE.CE_MenuEmptyArea: _nothing,
            _CE.CE_Splitter: _without_widget(bars.draw_splitter),
            _CE.CE_FocusFrame: _draw_ring,
        }
        self._primitives: dict[QStyle.PrimitiveElement, _Draw] = {
            _PE.PE_PanelLineEdit: fields.draw_field,
            _PE.PE_FrameLineEdit: _nothing,
            _PE.PE_IndicatorCheckBox: _without_widget(fields.draw_check),
            _PE.PE_IndicatorItemViewItemCheck: _without_widget(fields.draw_check),
            _PE.PE_IndicatorRadioButton: _without_widget(fields.draw_radio),
            _PE.PE_FrameFocusRect: _draw_focus,
            _PE.PE_PanelItemViewItem: _without_widget(lists.draw_row),
            _PE.PE_PanelItemViewRow: _nothing,
            _PE.PE_IndicatorHeaderArrow: _nothing,
            _PE.PE_IndicatorBranch: _without_widget(lists.draw_branch),
            _PE.PE_PanelMenu: _without_widget(lists.draw_menu_panel),
            _PE.PE_FrameMenu: _nothing,
            _PE.PE_PanelTipLabel: _without_widget(lists.draw_menu_panel),
            _PE.PE_Frame: _draw_frame,
            _PE.PE_FrameTabBarBase: _draw_tab_base,
        }

    @override
    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        draw = self._controls.get(element)
        if draw is not None:
            draw(option, painter, widget)
            return
        if element == _CE.CE_ItemViewItem:
            option.palette.setColor(QPalette.ColorRole.HighlightedText, theme().text)
            option.palette.setColor(QPalette.ColorRole.Highlight, theme().accent_soft)
        elif element == _CE.CE_ComboBoxLabel:
            option.palette.setColor(QPalette.ColorRole.ButtonText, option.palette.color(QPalette.ColorRole.Text))
        super().drawControl(element, option, painter, widget)

    @override
    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        draw = self._primitives.get(element)
        if draw is not None:
            draw(option, painter, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        match control:
            case _CC.CC_ToolButton:
                buttons.draw_tool(option, painter, widget)  # type: ignore[arg-type]  # Qt gives the option of the control
            case _CC.CC_ComboBox:
                fields.draw_combo(option, painter, widget)  # type: ignore[arg-type]
            case _CC.CC_SpinBox:
                fields.draw_spin(option, painter, widget)  # type: ignore[arg-type]
            case _CC.CC_ScrollBar:
                handle = self.subControlRect(control, option, _SC.SC_ScrollBarSlider, widget)
                bars.draw_scroll_bar(option, painter, handle)  # type: ignore[arg-type]
            case _CC.CC_Slider:
                groove = self.subControlRect(control, option, _SC.SC_SliderGroove, widget)
                handle = self.subControlRect(control, option, _SC.SC_SliderHandle, widget)
                bars.draw_slider(option, painter, groove, handle)  # type: ignore[arg-type]
            case _:
                super().drawComplexControl(control, option, painter, widget)

    @override
    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: Any = None,  # Qt also passes None, which its stubs don't know
    ) -> QRect:
        rect = option.rect
        if control == _CC.CC_ComboBox and part == _SC.SC_ComboBoxEditField:
            return rect.adjusted(px(8), 1, -px(28), -1)
        if control == _CC.CC_SpinBox:
            if part == _SC.SC_SpinBoxEditField:
                return rect.adjusted(px(4), 1, -px(26), -1)
            if part in {_SC.SC_SpinBoxUp, _SC.SC_SpinBoxDown}:
                return fields.spin_part(option, upper=part == _SC.SC_SpinBoxUp)  # type: ignore[arg-type]
        if control == _CC.CC_ScrollBar and part in {_SC.SC_ScrollBarAddLine, _SC.SC_ScrollBarSubLine}:
            return QRect()
        return super().subControlRect(control, option, part, widget)

    @override
    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: Any = None) -> QRect:
        if element in _WHOLE_ITEMS:
            return QRect()
        if element == _SE.SE_ShapedFrameContents and not getattr(option, "lineWidth", 1):
            return option.rect
        if element == _SE.SE_LineEditContents and not (widget is not None and widget.property("bare")):
            return option.rect.adjusted(px(8), 1, -px(8), -1)
        return super().subElementRect(element, option, widget)

    @override
    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: Any = None
    ) -> QSize:
        own = _own_size(kind, option, size, widget)
        if own is not None:
            return own
        base = super().sizeFromContents(kind, option, size, widget)
        match kind:
            case _CT.CT_LineEdit:
                return QSize(base.width() + px(16), _field_height(option))
            case _CT.CT_CheckBox | _CT.CT_RadioButton:
                return QSize(base.width(), max(px(24), base.height()))
            case _CT.CT_TabBarTab:
                return QSize(base.width() + px(8), px(40))
            case _CT.CT_HeaderSection:
                return QSize(base.width(), px(32))
            case _:
                return base

    @override
    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        length = _LENGTHS.get(metric)
        if length is not None:
            return px(length)
        plain = self._plain.get(metric)
        if plain is not None:
            return plain
        if metric == _PM.PM_DefaultFrameWidth and _is_written_in(widget):
            return px(4)
        return super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        known = self._hints.get(hint)
        return known if known is not None else super().styleHint(hint, option, widget, returnData)


def _own_size(kind: QStyle.ContentsType, option: Any, size: QSize, widget: QWidget | None) -> QSize | None:
    if kind in _AS_THEY_ARE:
        return size
    match kind:
        case _CT.CT_PushButton:
            return buttons.push_size(option, widget)
        case _CT.CT_ToolButton:
            return buttons.tool_size(option, widget)
        case _CT.CT_MenuItem:
            return lists.menu_item_size(option)
        case _CT.CT_SpinBox | _CT.CT_ComboBox:
            return QSize(size.width() + px(40), _field_height(option))
        case _:
            return None


def _field_height(option: QStyleOption) -> int:
    return max(px(32), option.fontMetrics.height() + px(8))


def _nothing(_option: QStyleOption, _painter: QPainter, _widget: QWidget | None) -> None:
    """Draw nothing: another element draws it all."""


def _without_widget(draw: Callable[[Any, QPainter], None]) -> _Draw:
    return lambda option, painter, _widget: draw(option, painter)


def _draw_empty_header(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    painter.fillRect(option.rect, theme().window)
    painter.fillRect(QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1), theme().line)


def _draw_tab_base(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    painter.fillRect(QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1), theme().line)


def _draw_ring(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    target = widget.widget() if isinstance(widget, QFocusFrame) else None
    radius = target.property("ring_radius") if target is not None else None
    outer = (float(radius) if radius is not None else 6.0) + RING + RING_GAP
    panel(painter, option.rect, edge=theme().focus, radius=outer, width=RING)


def _draw_focus(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the focus of an item in its row; a control as a whole has the ring instead."""
    if isinstance(widget, QAbstractItemView):
        lists.draw_item_focus(option, painter)


def _draw_frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a frame: of a field when one can type in it, else a hairline; around a ``bare`` one none."""
    if widget is not None and widget.property("bare"):
        return
    if _is_written_in(widget):
        fields.draw_field_edge(option, painter, widget)
    else:
        panel(painter, option.rect, edge=theme().line, radius=0)


def _is_written_in(widget: QWidget | None) -> bool:
    return isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.isReadOnly()
