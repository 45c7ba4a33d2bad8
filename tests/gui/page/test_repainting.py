"""Whatever is done on a page, what it paints anew equals painting all of it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from tests.gui.page.test_page_view import HEBREW, LONG, change, highlight, on_screen, spread

from annotator.core.records import ReviewedMark
from annotator.core.span import Span

STEPS = 24
FIRST = 10**6


class Hands:
    """Does what a reviewer does, at random, on a page and its article."""

    def __init__(self, page, article, chance):
        self.page, self.article, self.chance = page, article, chance
        self.known = {}

    def take(self, before, after):
        changes = change((before, after))
        self.article.take(changes)
        self.page.take(changes)

    def span(self):
        start = self.chance.randrange(2_000)
        return start, start + self.chance.choice([1, 20, 70, 400, 900])

    def tag(self):
        key = FIRST + len(self.known)
        self.known[key] = highlight(key, self.span(), label=self.chance.choice("oahdw"))
        self.take(None, self.known[key])
        self.page.choose_highlight(self.chance.choice([None, key]))

    def mark(self):
        key = FIRST + len(self.known)
        mark = ReviewedMark(key, f"m{key}", "art", "rev", Span(*self.span()), "me", "")
        self.known[key] = mark
        self.take(None, mark)

    def alter(self):
        key = self.chance.choice([*self.known, None])
        before = self.known.get(key)
        after = self.chance.choice([None, before])
        if hasattr(before, "label_id"):
            after = self.chance.choice([None, replace(before, label_id="w")])
        if before is not None:
            self.take(before, after)
            # A key is never given twice.
            self.known[key] = after

    def choose(self):
        self.page.choose_highlight(
            self.chance.choice([None, *self.page.article.highlights_over(Span(0, 900))])
        )

    def move_an_edge(self):
        if self.page.chosen_highlight is not None:
            self.page.show_pending(self.chance.choice([(), (Span(*self.span()),)]))

    def go(self):
        self.page.go_to_sentence(self.chance.randrange(60))


@pytest.mark.parametrize("seed", range(2))
def test_what_is_painted_anew_equals_painting_all(page, show, settle, seed):
    shown = {"text": HEBREW, "direction": "rtl"} if seed % 2 else {"text": LONG}
    article = show(rows=spread(150, 4_000), marks=[(39, 76), (500, 537)], **shown)
    page._loader.load_until(400)
    settle()
    chance = random.Random(seed)
    hands = Hands(page, article, chance)
    steps = [hands.tag, hands.tag, hands.mark, hands.alter, hands.choose, hands.go]
    for _ in range(STEPS):
        chance.choice([*steps, hands.move_an_edge])()
        if chance.random() < 0.5:
            continue
        settle()
        incremental = on_screen(page)
        page._plans.forget()
        page._renew_painter()
        page.viewport().update()
        settle()
        assert on_screen(page) == incremental
