from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenuBar
from tests.gui.surfaces import SURFACES, bring_forth
from tests.gui.test_room import cut_off

from annotator.gui.style_sheet import style_sheet
from annotator.gui.theme import load_theme


@pytest.fixture
def mirrored(qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def mirrored_window(mirrored, window):
    QApplication.processEvents()
    return window


def middle(window, widget):
    return widget.mapTo(window, widget.rect().center()).x()


def test_the_columns_the_top_and_the_line_below_are_mirrored(mirrored_window):
    window = mirrored_window
    parts = [window.articles, window.page, window.inspector]
    places = [middle(window, part) for part in parts]
    assert places == sorted(places, reverse=True)
    assert middle(window, window.command_field) < middle(window, window.project_name)
    keys = [middle(window, key) for key in window.label_bar.keys.values()]
    assert keys == sorted(keys, reverse=True)


def test_the_menus_are_all_there(mirrored_window):
    bar = mirrored_window.findChild(QMenuBar)
    places = [bar.actionGeometry(action) for action in bar.actions()]
    assert all(bar.rect().contains(place) for place in places)
    assert [place.x() for place in places] == sorted((p.x() for p in places), reverse=True)


def test_the_ruler_stands_beside_the_scroll_bar(mirrored_window):
    window = mirrored_window
    assert middle(window, window.ruler) < middle(window, window.page)


def test_the_key_of_the_field_on_top_covers_no_icon(mirrored_window):
    field = mirrored_window.command_field
    assert field._hint.geometry().center().x() < field.width() / 2


def test_edges_of_the_style_sheet_change_sides(mirrored):
    sheet = style_sheet(load_theme("light"))
    assert "border-right: 4px" in sheet
    assert "border-left:" not in sheet


@pytest.mark.parametrize("surface", SURFACES)
def test_nothing_is_cut_off_from_right_to_left(mirrored_window, surface):
    found = list(cut_off(bring_forth(mirrored_window, surface)))
    assert not found, "\n".join(found)
