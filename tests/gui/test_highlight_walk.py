from __future__ import annotations

import pytest

from annotator.service.commands import AddHighlight, DescribeClaim


@pytest.fixture
def tag(window, project):
    """Tag a sentence by number with a label; return the highlight's key."""
    article = window.reviewing.article

    def do(number, label="official_claim"):
        span = article.sentences.span(number)
        changes = project.execute(AddHighlight(article.article.id, (span,), label))
        return changes.alterations[0].after

    return do


def chosen(window, hands, *keys):
    seen = []
    for key in keys:
        hands.press(key)
        seen.append((window.page.chosen_highlight, window.page.current_sentence))
    return seen


def test_h_goes_through_all_and_l_through_those_alike(window, hands, tag):
    one, two, three = tag(1), tag(2, "analyst_opinion"), tag(4)
    assert chosen(window, hands, "H", "H", "H", "Shift+H") == [
        (one.key, 1),
        (two.key, 2),
        (three.key, 4),
        (two.key, 2),
    ]
    hands.press("Shift+H")
    assert chosen(window, hands, "L", "L", "Shift+L") == [
        (three.key, 4),
        (one.key, 1),
        (three.key, 4),
    ]


def test_m_goes_through_those_with_a_note_and_keeps_up_with_notes(window, hands, tag, project):
    one, _, three = tag(1), tag(2), tag(4)
    hands.press("M")
    assert window.page.chosen_highlight is None
    for highlight in (one, three):
        project.execute(DescribeClaim(highlight.id, (("note", "who else says so?"),)))
    assert chosen(window, hands, "M", "M", "M") == [(one.key, 1), (three.key, 4), (one.key, 1)]
    project.execute(DescribeClaim(three.id, (("note", ""),)))
    assert chosen(window, hands, "Shift+M") == [(one.key, 1)]


def test_shift_n_goes_back_to_what_is_not_reviewed(window, hands, tag):
    tag(2)
    window.page.go_to_sentence(3)
    hands.press("Shift+N")
    assert window.page.current_sentence == 1


def test_without_one_to_go_by_that_is_told(window, hands):
    for key, words in (("L", "Choose a highlight"), ("M", "has a note")):
        hands.press(key)
        assert words in window.banner.text.text()
