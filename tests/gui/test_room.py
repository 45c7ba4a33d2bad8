from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget
from tests.gui.surfaces import SURFACES, bring_forth

from annotator.gui.elided_label import ElidedLabel
from annotator.gui.label_keys import LabelKey
from annotator.gui.ui_zoom import set_ui_zoom

# They cut their words short by themselves, and say them whole in a tooltip.
ELIDED = (ElidedLabel, LabelKey)
SLACK = 1


def visible(top, kind):
    found = [one for one in top.findChildren(kind) if one.isVisible() and one.window() is top]
    return [one for one in found if not isinstance(one, ELIDED)]


def cut_off(top):
    """What shows less of its words than there is of them."""
    for one in visible(top, QLabel):
        lacking = label_lacks(one)
        if lacking > SLACK:
            yield f"{named(one)} lacks {lacking} pixels"
    for one in visible(top, QAbstractButton):
        lacking = one.sizeHint().width() - one.width()
        if one.text() and lacking > SLACK and words_wider(one):
            yield f"{named(one)} lacks {lacking} pixels"
    for one in visible(top, QWidget):
        parent = one.parentWidget()
        if (
            parent is not None
            and one.isVisible()
            and not is_scrolled(one)
            and sticks_out(one, parent)
        ):
            yield f"{named(one)} sticks out of {named(parent)}"
    yield from overlapping(top)
    for one in visible(top, QScrollArea):
        if one.horizontalScrollBar().maximum() > 0:
            yield f"{named(one)} has to be scrolled sideways"


def overlapping(top):
    """Labels beside one another that cover each other's words."""
    labels = [one for one in visible(top, QLabel) if one.text()]
    for one, other in combinations(labels, 2):
        shared = one.geometry().adjusted(SLACK, SLACK, -SLACK, -SLACK) & other.geometry()
        if one.parentWidget() is other.parentWidget() and not shared.isEmpty():
            yield f"{named(one)} and {named(other)} overlap"


def label_lacks(label):
    if not label.text() or (label.pixmap() and not label.pixmap().isNull()):
        return 0
    room = label.contentsRect()
    if label.wordWrap():
        flags = int(label.alignment()) | int(Qt.TextFlag.TextWordWrap)
        taken = label.fontMetrics().boundingRect(
            QRect(0, 0, room.width(), 100_000), flags, label.text()
        )
        return max(taken.height() - room.height(), taken.width() - room.width())
    return label.fontMetrics().horizontalAdvance(label.text()) - room.width()


def words_wider(button):
    words = button.text().replace("&&", "&")
    return button.fontMetrics().horizontalAdvance(words) > button.contentsRect().width() - SLACK


def is_scrolled(widget):
    while (widget := widget.parentWidget()) is not None:
        if isinstance(widget, QScrollArea):
            return True
    return False


def sticks_out(widget, parent):
    place, room = widget.geometry(), parent.rect()
    return (
        place.left() < -SLACK
        or place.right() > room.right() + SLACK
        or place.top() < -SLACK
        or place.bottom() > room.bottom() + SLACK
    )


def named(widget):
    text = widget.text() if hasattr(widget, "text") and callable(widget.text) else ""
    return f"{type(widget).__name__} {widget.objectName()!r} {text[:40]!r}"


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("surface", SURFACES)
def test_nothing_is_cut_off(window, surface, zoom):
    set_ui_zoom(zoom)
    window.themes.apply()
    top = bring_forth(window, surface)
    found = list(cut_off(top))
    if found:
        # A busy machine may not have laid out yet what was told last.
        QTest.qWait(300)
        found = list(cut_off(top))
    assert not found, "\n".join(found)


@pytest.mark.skipif("QT_SCALE_FACTOR" in os.environ, reason="this is the scaled process already")
def test_nothing_is_cut_off_on_a_screen_of_twice_the_pixels(tmp_path):
    screen = {"name": "wide", "x": 0, "y": 0, "width": 2880, "height": 1800}
    file = tmp_path / "screen.json"
    file.write_text(json.dumps({"screens": [screen]}), "utf-8")
    platform = f"offscreen:configfile={file}"
    this = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__, "-k", "1.0"]
    scaled = os.environ | {"QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": platform}
    done = subprocess.run(this, env=scaled, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
