from __future__ import annotations

import pytest
from tests.gui.test_label_bar import codebook

from annotator.gui.label_bar import LabelBar
from annotator.gui.theme import load_theme


@pytest.mark.parametrize("width", [500, 900, 3000])
def test_every_label_is_in_sight_or_offered_behind_one_button(qtbot, width):
    bar = LabelBar(load_theme("light"))
    qtbot.addWidget(bar)
    bar.set_codebook(codebook(30))
    bar.resize(width, bar.height())
    bar.show()
    shown = [key for key in bar.keys.values() if key.isVisible()]
    bar.more.offers.aboutToShow.emit()
    offered = bar.more.offers.actions()
    hidden = len(bar.keys) - len(shown)
    assert bar.more.isVisible() == (hidden > 0)
    assert hidden == 0 or bar.more.text() == f"+{hidden}"
    assert hidden == 0 or len(offered) == hidden
    assert hidden > 0 or width == 3000


def test_a_label_behind_the_button_tags_like_the_others(qtbot):
    bar = LabelBar(load_theme("light"))
    qtbot.addWidget(bar)
    bar.set_codebook(codebook(30))
    bar.resize(600, bar.height())
    bar.show()
    bar.more.offers.aboutToShow.emit()
    with qtbot.waitSignal(bar.tagged) as tagged:
        bar.more.offers.actions()[-1].trigger()
    assert tagged.args[0].key == "label_29"
