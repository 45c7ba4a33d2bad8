from __future__ import annotations

from PySide6.QtCore import QPointF

TEXT = "Pay \u202e\u2066now\u202c. The rest is plain.\nNothing here."


def test_each_hidden_character_has_a_badge_of_its_own(page, show):
    show(TEXT)
    found = {
        page.unseen_at(QPointF(x, y)).short
        for y in range(80, 240, 3)
        for x in range(60, 400, 3)
        if page.unseen_at(QPointF(x, y))
    }
    assert found == {"RLO", "LRI", "PDF"}


def test_badges_can_be_switched_off(page, show):
    show(TEXT)
    shown = page.grab().toImage()
    page.shows_unseen = False
    assert page.grab().toImage() != shown
    assert page.unseen_at(QPointF(100, 100)) is None
