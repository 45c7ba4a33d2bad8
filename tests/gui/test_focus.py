from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from tests.gui.surfaces import SURFACES, bring_forth, settle

from annotator.core.color import contrast
from annotator.gui.style_sheet import outline
from annotator.gui.theme import DARK, HIGH_CONTRAST, LIGHT, load_theme

MOST_STEPS = 150


def stops(top):
    """The widgets in sight that the Tab key should reach."""
    found = [top, *top.findChildren(QWidget)]
    return [
        one
        for one in found
        if one.isVisible()
        and one.isEnabled()
        and one.window() is top
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
    ]


def name(widget):
    return f"{type(widget).__name__} {widget.objectName()!r} {widget.accessibleName()!r}"


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    focus = QApplication.focusWidget()
    QTest.keyClick(focus.window().windowHandle(), key, modifier)
    return QApplication.focusWidget()


def walk(start, key, seen, modifier=Qt.KeyboardModifier.NoModifier):
    """Add the widgets that one key leads to from another, until it leads nowhere new."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    focus = QApplication.focusWidget()
    for _ in range(MOST_STEPS):
        seen.add(focus)
        focus = press(key, modifier)
        if focus in seen:
            return


def reached(top, window):
    """What F6 and Tab lead to, in either direction."""
    found = set()
    starts = {top.focusWidget() or top}
    if top is window:
        walk(window.page, Qt.Key.Key_F6, starts)
    for start in starts:
        walk(start, Qt.Key.Key_Tab, found)
        walk(start, Qt.Key.Key_Backtab, found, Qt.KeyboardModifier.ShiftModifier)
    return found | starts


@pytest.mark.parametrize("surface", SURFACES)
def test_every_stop_is_reached_and_left_by_keys(window, surface):
    top = bring_forth(window, surface)
    wanted = stops(top)
    found = reached(top, window)
    missed = [name(one) for one in wanted if one not in found]
    assert not missed, "\n".join(missed)
    for one in wanted if len(wanted) > 1 else ():
        one.setFocus(Qt.FocusReason.TabFocusReason)
        away = press(Qt.Key.Key_F6) if top is window else press(Qt.Key.Key_Tab)
        assert away is not one, name(one)


def pixels(picture):
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(bytes(image.constBits())).cast("I")


def told_apart(one, other):
    """How many pixels of two pictures differ with a contrast of 3:1 or more."""
    before, after = pixels(one), pixels(other)
    places = differing(one.toImage(), other.toImage())
    pairs = Counter((before[place], after[place]) for place in places)
    return sum(count for (a, b), count in pairs.items() if contrast(*map(hexed, (a, b))) >= 3)


def differing(one, other):
    """Where the brightness of two pictures differs, as numbers of pixels."""
    both = one.convertToFormat(QImage.Format.Format_RGB32)
    with QPainter(both) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.drawImage(0, 0, other)
    gray = both.convertToFormat(QImage.Format.Format_Grayscale8)
    width, lines = gray.width(), bytes(gray.constBits())
    for number in range(gray.height()):
        line = lines[number * gray.bytesPerLine() :][:width]
        for run in re.finditer(rb"[^\0]+", line):
            yield from range(number * width + run.start(), number * width + run.end())


def hexed(pixel):
    return f"#{pixel & 0xFFFFFF:06X}"


def bring_into_sight(widget):
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def marked_pixels(widget):
    """How clearly a widget shows that it has the keys."""
    top = widget.window()
    bring_into_sight(widget)
    place = widget.rect().translated(widget.mapTo(top, widget.rect().topLeft()))
    place = place.adjusted(-3, -3, 3, 3)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    holds = top.grab(place)
    widget.clearFocus()
    settle()
    return told_apart(holds, top.grab(place))


@pytest.mark.parametrize("surface", SURFACES)
def test_what_has_the_keys_shows_it_in_every_theme(window, surface):
    top = bring_forth(window, surface)
    kinds = {}
    for one in stops(top):
        kinds.setdefault((type(one), one.objectName(), is_pressed(one)), one)
    faint = []
    for theme in (LIGHT, DARK, HIGH_CONTRAST):
        window.themes.choose(theme)
        for one in kinds.values():
            wanted = min(one.width(), one.height())
            found = marked_pixels(one)
            if found < wanted:
                faint.append(f"{theme}: {name(one)}: {found} of {wanted}")
    assert not faint, "\n".join(faint)


def is_pressed(widget):
    return isinstance(widget, QAbstractButton) and widget.isChecked()


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST])
def test_the_edge_of_a_field_can_be_seen(theme):
    worn = load_theme(theme)
    for ground in (worn.page, worn.side, worn.field):
        assert contrast(outline(worn).name(), ground.name()) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton, QComboBox, QSpinBox, QLineEdit])
def test_what_is_ticked_chosen_or_typed_in_has_an_edge(qtbot, themes, theme, kind):
    themes.choose(theme)
    worn = load_theme(theme)
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.setStyleSheet(f"QWidget#ground {{ background: {worn.side.name()} }}")
    ground.setObjectName("ground")
    box = kind(ground)
    box.setGeometry(10, 10, 120, 32)
    ground.resize(140, 52)
    ground.show()
    settle()
    seen = Counter(pixels(ground.grab()))
    edge = sum(seen[pixel] for pixel in seen if contrast(hexed(pixel), worn.side.name()) >= 3)
    assert edge >= 2 * 14
