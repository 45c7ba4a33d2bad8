from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.word_differences import Piece, Side, word_differences
from annotator.gui.revision_text import RevisionText
from annotator.gui.text_difference import AROUND, visible
from annotator.gui.theme import ThemeChoice
from annotator.service.revision_report import ComparedSentence

pieces = st.lists(
    st.builds(Piece, st.sampled_from(Side), st.sampled_from(["red", " ", "\n", "the dam "])),
    max_size=12,
)


@pytest.fixture
def view(qtbot):
    """A difference on the screen, in which nothing is tagged."""
    made = RevisionText(ThemeChoice("light").theme)
    qtbot.addWidget(made)
    return made


def selected(view):
    view.go(view.at + 1)
    return view.textCursor().selectedText()


def test_a_replaced_word_is_one_change(view):
    view.show_compared(
        word_differences("The red fox ran home.", "The bad fox ran home."), [], "ltr"
    )
    assert selected(view) == "[−red−]{+bad+}"
    assert len(view.changes) == 1


def test_a_tagged_sentence_within_a_change_does_not_part_it(view):
    tagged = [ComparedSentence("changed", 3, 6, "dam", ())]
    view.show_compared([Piece(Side.OLD, "AB dam."), Piece(Side.NEW, "It.")], tagged, "ltr")
    assert len(view.changes) == 1
    view.go_to_sentence(0)
    assert selected(view).endswith("{+It.+}")


def test_blanks_that_alone_went_or_came_are_told_by_signs(view):
    view.show_compared(
        word_differences("It rained. It snowed.", "It rained.\nIt snowed."), [], "ltr"
    )
    assert view.toPlainText() == "It rained.[−␣−]{+↵+}\nIt snowed."
    words = [
        Piece(Side.BOTH, "It rained."),
        Piece(Side.OLD, " It snowed.\n"),
        Piece(Side.NEW, "\n"),
    ]
    view.show_compared(words, [ComparedSentence("removed", 11, 21, "", ())], "ltr")
    assert view.toPlainText() == "It rained. ⟦ ▸ [−It snowed.−]⟧ \n"
    assert selected(view) == "[−It snowed.−]"


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pieces)
def test_between_two_changes_stands_a_word_that_both_texts_have(view, parts):
    view.show_compared(parts, [], "ltr")
    assert view.textCursor().position() == 0
    text, ends = view.toPlainText(), [0]
    for start, end in view.changes:
        between = text[ends[-1] : start]
        assert ends == [0] or between.strip()
        assert text[start:end].count("[−") + text[start:end].count("{+") > 0
        ends.append(end)
    assert bool(view.changes) == any(one.side is not Side.BOTH for one in parts)
    told = [one for one in parts if one.side is Side.OLD and one.text.strip()]
    assert len(told) <= text.count("[−") <= sum(one.side is Side.OLD for one in parts)


def test_the_document_goes_through_all_pieces_at_once(view):
    counts = []
    for size in (10, 100):
        told = []
        view.document().contentsChange.connect(lambda *_, told=told: told.append(1))
        view.show_compared([Piece(side, "the dam ") for side in Side] * size, [], "ltr")
        counts.append(len(told))
    assert counts[1] <= counts[0] + 1
    assert not view.document().isUndoAvailable()


def test_what_is_left_out_of_what_both_have_cuts_no_word():
    gone, same = Piece(Side.OLD, "a "), Piece(Side.BOTH, "facility " * 200)
    for parts, end in (([gone, same], 0), ([same, gone], -1)):
        told = list(visible(parts))[parts.index(same)][1].split("\n")
        assert set(told[end].split()) == {"facility"}
        assert AROUND - len("facility ") < len(told[end]) <= AROUND
        left_out = len(same.text) - len(told[end])
        assert f" {left_out:,} " in "".join(told)
