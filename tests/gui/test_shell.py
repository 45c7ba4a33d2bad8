from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.gui.session import Session
from annotator.gui.shell import Shell, restore_place
from annotator.gui.theme import load_theme


def room():
    return QGuiApplication.primaryScreen().availableGeometry()


def test_a_window_is_never_larger_than_the_screen(qtbot):
    shell = Shell(Session(), load_theme("light"))
    qtbot.addWidget(shell)
    assert shell.width() <= room().width()
    assert shell.height() < room().height()


@pytest.mark.parametrize(
    "place", [(0, 0, 4_000, 3_000), (-300, 40, 700, 500), (600, 500, 700, 500)]
)
def test_a_remembered_place_is_brought_inside_the_screen(qtbot, place):
    window = QWidget()
    qtbot.addWidget(window)
    restore_place(window, Session(geometry=list(place)))
    assert room().contains(window.geometry())
    assert window.width() == min(place[2], room().width())


def test_a_place_that_fits_is_kept_as_it_is(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    place = QRect(20, 60, 700, 500)
    restore_place(window, Session(geometry=list(place.getRect())))
    assert window.geometry() == place
