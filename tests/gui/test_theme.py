from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QRadioButton, QStyle, QStyleOptionButton

from annotator.gui import theme as theme_module
from annotator.gui.style_sheet import style_sheet
from annotator.gui.theme import DARK, HIGH_CONTRAST, LIGHT, ThemeChoice, load_theme, luminance
from annotator.gui.ui_zoom import set_ui_zoom, zoomed_sheet

THEMES = (LIGHT, DARK, HIGH_CONTRAST)


def contrast(one, other):
    high, low = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("key", THEMES)
def test_text_is_legible_on_every_surface(key):
    theme = load_theme(key)
    grounds = (theme.page, theme.side, theme.field)
    for text in (theme.ink, theme.muted, theme.error, theme.warning, theme.saved):
        assert min(contrast(text, ground) for ground in grounds) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@pytest.mark.parametrize("key", THEMES)
def test_the_palette_and_the_style_sheet_wear_the_theme(key):
    theme = load_theme(key)
    assert theme.palette().color(QPalette.ColorRole.WindowText) == theme.ink
    assert theme.accent.name() in style_sheet(theme)
    assert "$" not in style_sheet(theme)


def test_black_on_white_has_the_contrast_that_wcag_gives_it():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_an_unknown_choice_follows_the_system(qapp):
    assert ThemeChoice("pink").choice == "system"


def test_choosing_tells_once(qtbot):
    themes = ThemeChoice(LIGHT)
    themes.apply()
    with qtbot.waitSignal(themes.changed) as heard:
        themes.choose(DARK)
    assert heard.args == [load_theme(DARK)]
    with qtbot.assertNotEmitted(themes.changed):
        themes.choose(DARK)
    themes.choose(LIGHT)


def test_the_window_follows_the_system_where_the_user_leaves_it_to_that(qapp, monkeypatch):
    themes = ThemeChoice()
    monkeypatch.setattr(theme_module, "_system_key", lambda: DARK)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert qapp.palette().window().color() == load_theme(DARK).side
    themes.choose(LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert qapp.palette().window().color() == load_theme(LIGHT).side


def test_a_system_that_wants_high_contrast_gets_it(monkeypatch):
    wanted = SimpleNamespace(contrastPreference=lambda: Qt.ContrastPreference.HighContrast)
    hints = SimpleNamespace(accessibility=lambda: wanted)
    monkeypatch.setattr(theme_module, "QApplication", SimpleNamespace(styleHints=lambda: hints))
    assert theme_module.theme_key("system") == HIGH_CONTRAST
    assert theme_module.theme_key("light") == LIGHT


@pytest.mark.parametrize("zoom", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
def test_what_one_of_several_is_chosen_by_is_round_at_any_size(qtbot, zoom):
    set_ui_zoom(zoom)
    theme = load_theme(LIGHT)
    button = QRadioButton()
    button.setStyleSheet(zoomed_sheet(style_sheet(theme)))
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    option = QStyleOptionButton()
    button.initStyleOption(option)
    element = QStyle.SubElement.SE_RadioButtonIndicator
    place = button.style().subElementRect(element, option, button)
    image = button.grab().toImage()
    set_ui_zoom(1.0)
    corner = image.pixelColor(place.topLeft())
    outside = image.pixelColor(0, 0)
    assert corner == outside
    assert image.pixelColor(place.center()) != outside
