from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from annotator.gui.columns import ARTICLES, INSPECTOR
from annotator.gui.panels import Panels

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def columns():
    return {ARTICLES: QWidget(), INSPECTOR: QWidget()}


@pytest.fixture
def left():
    """What the panels said that they were about to hide."""
    return []


@pytest.fixture
def panels(columns, left):
    made = Panels(columns, left.append)
    made.fit(1_000)
    return made


def shown(columns):
    return [name for name, one in columns.items() if not one.isHidden()]


def test_a_narrow_window_hides_without_forgetting_the_choice(panels, columns, left):
    panels.fit(700)
    assert shown(columns) == [ARTICLES]
    assert left == [columns[INSPECTOR]]
    assert panels.hidden == []
    panels.fit(600)
    assert shown(columns) == []
    panels.fit(1_000)
    assert shown(columns) == [ARTICLES, INSPECTOR]


def test_what_the_user_hides_stays_hidden(panels, columns):
    panels.toggle(columns[ARTICLES])
    panels.fit(600)
    panels.fit(2_000)
    assert shown(columns) == [INSPECTOR]
    assert panels.hidden == [ARTICLES]


def test_names_that_are_no_columns_hide_nothing(panels, columns):
    panels.hide(["nonsense", INSPECTOR])
    assert shown(columns) == [ARTICLES]
