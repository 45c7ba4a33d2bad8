from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from annotator.gui.ui_zoom import LARGEST, set_ui_zoom, ui_zoom, zoomed, zoomed_sheet


@pytest.fixture
def zoom(themes):
    """Zoom for one test."""
    yield set_ui_zoom
    set_ui_zoom(1.0)


def test_sizes_grow_and_hairlines_stay(zoom):
    zoom(2.0)
    assert (zoomed(40), zoomed(1)) == (80, 1)
    assert zoomed_sheet("border: 1px solid; padding: 5px 9px; font-size: 11px") == (
        "border: 1px solid; padding: 10px 18px; font-size: 22px"
    )


def test_the_font_comes_back_to_the_pixel(zoom):
    before = QApplication.font().pixelSize()
    for factor in (1.35, 1.7, 2.0, 1.0):
        zoom(factor)
    assert QApplication.font().pixelSize() == before


def test_what_is_beyond_the_limits_is_cut(zoom):
    zoom(9.0)
    assert ui_zoom() == LARGEST
