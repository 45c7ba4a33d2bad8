"""One setting as a row of the dialog: title, sentence, a control for its sort, and its reset."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.icons import icon
from annotator.gui.language import language_name
from annotator.gui.page_header import SERIFS, text_font
from annotator.gui.page_measure import TEXT_SIZE
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.table_words import SETTINGS, said, said_setting
from annotator.gui.ui_zoom import zoomed
from annotator.settings.declaration import Setting, Sort
from annotator.settings.table import LANGUAGE, SYSTEM_LANGUAGE

if TYPE_CHECKING:
    from annotator.gui.theme import Theme
    from annotator.settings.declaration import Choice
    from annotator.settings.settings import Settings

Alter: TypeAlias = Callable[[Any], None]
# A control and what shows a value in it.
Control: TypeAlias = tuple[QWidget, Callable[[Any], None]]
CONTROL_WIDTH = 300
ICON = 16
MARGIN = 7
TENTH = 0.1
# A number typed is obeyed when nothing more was typed for so long.
TYPED_AFTER_MS = 300


class SettingRow(QWidget):
    """A setting that is altered where it stands; the settings tell it of other alterations."""

    altered = Signal()

    def __init__(self, setting: Setting, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        setting = said_setting(setting)
        self.setting, self._settings = setting, settings
        self.title = plain_label("settingTitle", setting.title, wrapped=True)
        self.sentence = plain_label("muted", setting.sentence, wrapped=True)
        self.control, self._show = _CONTROLS[setting.sort](setting, self._alter)
        self.control.setAccessibleName(setting.title)
        self.control.setAccessibleDescription(setting.sentence)
        if isinstance(self.control, QComboBox):
            self.control.view().setAccessibleName(setting.title)
        self.control.installEventFilter(self)
        self.control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title.setBuddy(self.control)
        self.reset = QPushButton()
        self.reset.setObjectName("resetSetting")
        self.reset.setAutoDefault(False)
        self.reset.setAccessibleName(self.tr("Reset {0}").format(setting.title))
        self.reset.setToolTip(tooltip(self.tr("Reset to the default")))
        self.reset.clicked.connect(partial(self._reset))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(TYPED_AFTER_MS)
        self._rest.timeout.connect(self._take_typed)
        self._types = False
        if isinstance(self.control, QSpinBox | QDoubleSpinBox):
            self.control.lineEdit().textEdited.connect(lambda _text: self._rest.start())
        self._lay_out()
        self.show_value()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.control, 100)
        line.addWidget(self.reset)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addLayout(line)
        column.addWidget(self.sentence)

    def show_value(self) -> None:
        """Show the value in force."""
        if not self._types:
            self.control.blockSignals(True)  # noqa: FBT003 - Qt's signature
            self._show(self._settings.get(self.setting.key))
            self.control.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.reset.setEnabled(not self._settings.is_default(self.setting.key))

    def fit(self, theme: Theme) -> None:
        """Take the icon of a theme and the sizes that the zoom of the window gives."""
        side = zoomed(ICON)
        self.reset.setIcon(icon("undo", theme))
        self.reset.setIconSize(QSize(side, side))
        self.control.setMaximumWidth(zoomed(CONTROL_WIDTH))

    def says(self, words: list[str]) -> bool:
        """Tell whether title, sentence, group or key hold every word."""
        setting = self.setting
        group = said(SETTINGS, setting.group)
        said_here = f"{setting.title} {setting.sentence} {group} {setting.key}".casefold()
        return all(word in said_here for word in words)

    def _alter(self, value: Any) -> None:  # noqa: ANN401 - what a control gives is for the setting to judge
        if self.setting.fits(value):
            self._settings.set(self.setting.key, value)

    def _take_typed(self) -> None:
        """Obey a number once the hands rest; what stands in the field is left to them."""
        box = self.control
        if not isinstance(box, QSpinBox | QDoubleSpinBox) or not box.hasAcceptableInput():
            return
        value, understood = box.locale().toDouble(box.cleanText())
        if understood:
            self._types = True
            self._alter(int(value) if isinstance(box, QSpinBox) else round(value, 2))
            self._types = False

    def _reset(self, _checked: object = None) -> None:
        self._rest.stop()
        self._settings.reset(self.setting.key)
        # The button is off now; the keys stay with the row.
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the wheel scroll the page past a control that has not the keys."""
        if event.type() == QEvent.Type.Wheel and not self.control.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _switch(_setting: Setting, alter: Alter) -> Control:
    box = QCheckBox(_tr("On"))
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.toggled.connect(alter)
    return box, box.setChecked


def _whole(setting: Setting, alter: Alter) -> Control:
    box = QSpinBox()
    box.setRange(int(setting.least), int(setting.most))
    box.setSingleStep(int(setting.step))
    _dress(box, setting)
    box.valueChanged.connect(alter)
    return box, box.setValue


def _number(setting: Setting, alter: Alter) -> Control:
    box = QDoubleSpinBox()
    box.setRange(setting.least, setting.most)
    box.setSingleStep(setting.step)
    box.setDecimals(1 if setting.step >= TENTH else 2)
    _dress(box, setting)
    # Sums of steps are no round numbers to a computer.
    box.valueChanged.connect(lambda value: alter(round(value, 2)))
    return box, box.setValue


def _dress(box: QSpinBox | QDoubleSpinBox, setting: Setting) -> None:
    box.setSuffix(f" {setting.unit}" if setting.unit else "")
    box.setSpecialValueText(setting.special)
    box.setStepType(QAbstractSpinBox.StepType.DefaultStepType)
    box.lineEdit().setTextMargins(MARGIN, 0, 0, 0)
    # Half a number typed is not obeyed: 1 on the way to 1200.
    box.setKeyboardTracking(False)


def _choice(setting: Setting, alter: Alter) -> Control:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    for choice in setting.choices:
        box.addItem(_choice_title(setting, choice), choice.value)
    box.currentIndexChanged.connect(lambda row: alter(box.itemData(row)))
    return box, lambda value: box.setCurrentIndex(box.findData(value))


def _choice_title(setting: Setting, choice: Choice) -> str:
    own = setting.key == LANGUAGE.key and choice.value != SYSTEM_LANGUAGE
    return language_name(choice.value) if own else choice.title


def _font(setting: Setting, alter: Alter) -> Control:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    box.setMaxVisibleItems(16)
    box.addItem(
        _tr("Automatic ({0})").format(QFontInfo(text_font(TEXT_SIZE)).family()), setting.default
    )
    families = [one for one in QFontDatabase.families() if not QFontDatabase.isPrivateFamily(one)]
    serifs = [one for one in SERIFS if one in families]
    for family in serifs:
        _add_family(box, family)
    if serifs:
        box.insertSeparator(box.count())
        box.setItemData(box.count() - 1, _tr("All fonts"), Qt.ItemDataRole.AccessibleTextRole)
    for family in families:
        if family not in serifs:
            _add_family(box, family)
    box.currentIndexChanged.connect(lambda row: alter(box.itemData(row)))

    def show(value: str) -> None:
        if box.findData(value) < 0:
            # Chosen on another computer, or no longer installed.
            box.addItem(_tr("{0} (not on this computer)").format(value), value)
        box.setCurrentIndex(box.findData(value))

    return box, show


def _add_family(box: QComboBox, family: str) -> None:
    box.addItem(family, family)
    sample = QFont(box.font())
    sample.setFamily(family)
    box.setItemData(box.count() - 1, sample, Qt.ItemDataRole.FontRole)


_CONTROLS: dict[Sort, Callable[[Setting, Alter], Control]] = {
    Sort.SWITCH: _switch,
    Sort.WHOLE: _whole,
    Sort.NUMBER: _number,
    Sort.CHOICE: _choice,
    Sort.FONT: _font,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings", text)
