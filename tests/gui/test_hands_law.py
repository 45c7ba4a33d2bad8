"""Whatever the hands do, what is stored is whole characters and says what stands there."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.examples import share

from annotator.service.commands import RemoveHighlights

CHARACTERS = [
    *"A family ", "👩‍👩‍👧", *" under a ", "🇩🇪", "🇫🇷", *" flag, ",
    *("e\u0301", "t", "e\u0301"), *" and ",
    *("한", "\u1112\u1161\u11ab", "글", ".", "\n", "\n"),
    *"هناك ٣ سدود قرب النهر ", "👍🏽", *" وقال Voss إن الوضع هادئ.", "\n", "\n",
    *("न", "म", "स्ते", " ", "👩‍👩‍👧", " ", "🇺🇦", " ", "क्षि", ",", " ", "กำ", "ลั", "ง"),
    *(".", " ", "1️⃣"),
]  # fmt: skip
HARD = "".join(CHARACTERS)
BORDERS = {0, *accumulate(map(len, CHARACTERS))}
KEYS = [
    *("V", "W", "1", "2", "3", "Tab", "J", "K", "Escape", "Delete", "Ctrl+Z", "Ctrl+Y", "H", "L"),
    *("Left", "Right", "Up", "Down", "Home", "End"),
    *("Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down", "Shift+End", "Ctrl+Shift+Right"),
    *("Ctrl+Right", "Ctrl+Shift+Left"),
    *(f"{held}+{arrow}" for held in ("Alt", "Alt+Shift") for arrow in ("Left", "Right", "Up")),
    *("Alt+Down", "Alt+Shift+Down"),
]


@pytest.fixture
def articles(tmp_path):
    """One small text of everything that is easily torn apart."""
    file = tmp_path / "hard.txt"
    file.write_text(HARD, "utf-8")
    return [file]


@settings(max_examples=share(2), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=st.lists(st.sampled_from(KEYS), min_size=4, max_size=24))
def test_no_keys_store_a_torn_character_or_a_quote_that_is_not_there(window, hands, keys):
    project, reviewing = window.reviewing.project, window.reviewing
    project.execute(RemoveHighlights(tuple(one.id for one in project.queries.highlights())))
    window.page.end_caret()
    window.page.go_to_sentence(0)
    hands.press(*keys)
    reviewing.edges.keep()
    if reviewing.article is None:  # the hands undid even the article
        project.redo()
        window.open_article(project.queries.articles()[0].article.id)
    text = reviewing.article.text
    for highlight in project.queries.highlights():
        (span,) = highlight.spans
        assert {span.start, span.end} <= BORDERS, (keys, span)
        assert highlight.quote == text[span.start : span.end]
    assert text == HARD
