from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication, QLayout

from annotator.core.records import Codebook, Highlight, Label
from annotator.core.span import Span
from annotator.gui.label_bar import LabelBar
from annotator.gui.label_keys import GAP, LabelKey
from annotator.gui.theme import load_theme
from annotator.service.changes import Alteration, Changes


def codebook(count):
    return Codebook(
        1,
        "",
        tuple(
            Label(
                str(number),
                f"label_{number}",
                f"A label with quite a long name {number}",
                letter="L",
                color_light="#0072B2",
                color_dark="#56B4E9",
                line_style="solid",
                shortcut=str(number + 1),
            )
            for number in range(count)
        ),
    )


@pytest.mark.parametrize("width", [500, 640, 1000, 1440])
def test_nine_labels_fit_side_by_side_without_covering_each_other(qtbot, width):
    bar = LabelBar(load_theme("light"))
    qtbot.addWidget(bar)
    bar.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    bar.set_codebook(codebook(9))
    bar.show_saved("14:02:11")
    bar.resize(width, bar.height())
    bar.show()
    parts = [*bar.keys.values(), bar.space, bar.progress, bar.saved]
    bar.layout().activate()
    places = [part.geometry() for part in parts if not part.isHidden()]
    assert not bar.saved.isHidden()
    assert bar.width() == width
    assert bar.layout().minimumSize().width() <= width
    assert places[-1].right() < width
    assert all(one.right() < other.left() for one, other in pairwise(places))


def test_an_archived_label_has_no_key(qtbot):
    bar = LabelBar(load_theme("light"))
    qtbot.addWidget(bar)
    two = codebook(2)
    bar.set_codebook(replace(two, labels=(two.labels[0], replace(two.labels[1], archived=True))))
    assert list(bar.keys) == ["0"]


def test_another_codebook_replaces_the_keys(qtbot):
    bar = LabelBar(load_theme("dark"))
    qtbot.addWidget(bar)
    bar.set_codebook(codebook(3))
    bar.set_codebook(codebook(2))
    assert len(bar.keys) == 2
    bar.set_codebook(None)
    assert not bar.keys
    assert bar.space.isHidden()


def test_a_key_asks_for_the_room_that_its_count_and_font_need(qtbot):
    (label,) = codebook(1).labels
    key = LabelKey(label, load_theme("light"))
    qtbot.addWidget(key)
    widths = [key.sizeHint().width()]
    key.set_count(31_857)
    widths.append(key.sizeHint().width())
    font = key.font()
    font.setPixelSize(40)
    key.setFont(font)
    widths.append(key.sizeHint().width())
    assert widths == sorted(set(widths))


def test_the_label_in_use_keeps_its_name_where_others_have_no_room_for_theirs(qtbot):
    bar = LabelBar(load_theme("light"))
    qtbot.addWidget(bar)
    bar.set_codebook(codebook(9))
    key = bar.keys["3"]
    bare = sum(one.minimumSizeHint().width() + 2 * GAP for one in bar.keys.values())
    bar.resize(bare + key.name_room + bar._room_for_space + 6 * GAP, bar.height())
    given = Highlight(1, "h", "art", "rev", (Span(0, 4),), "3", "me", "", 1, "", "")
    bar.show_article(
        SimpleNamespace(article=SimpleNamespace(id="art"), label_counts=dict, progress=None)
    )
    bar.take(Changes(1, "", "do", (Alteration(None, given),)))
    bar._make_room()
    assert key.minimumSizeHint() == key.sizeHint()
    others = [one for one in bar.keys.values() if one is not key]
    assert all(one.minimumSizeHint().width() < one.sizeHint().width() for one in others)
    bar.resize(bare + 6 * GAP - 1, bar.height())
    bar._make_room()
    assert key.minimumSizeHint() == others[0].minimumSizeHint()


def test_a_new_count_is_painted_as_if_all_of_the_label_were(qtbot):
    bar = LabelBar(load_theme("light"))
    qtbot.addWidget(bar)
    bar.set_codebook(codebook(3))
    bar.show()
    qtbot.waitExposed(bar)
    key = bar.keys["1"]
    for count in (7, 7, 8, 12, 11):
        key.set_count(count)
        QApplication.processEvents()
        shown = on_screen(bar)
        key.update()
        QApplication.processEvents()
        assert on_screen(bar) == shown


def on_screen(widget):
    return widget.screen().grabWindow(widget.winId()).toImage()
