from __future__ import annotations

import pytest
from tests.service.newer_copies import added, planned, revised, state_of_article

from annotator.core.edit import Edit
from annotator.core.records import Highlight
from annotator.core.revision_errors import (
    NotUnplacedError,
    RevisedMeanwhileError,
    TextHalfEditedError,
)
from annotator.core.span import Span
from annotator.service.commands import AddHighlight, MoveHighlight
from annotator.service.pending_places import choices
from annotator.service.revision_commands import (
    DropUnplaced,
    KeepUnplaced,
    ReviseArticle,
    SettlePlace,
)

TWIN = "Officials denied the report about the dam."
TEXT = f"It rained. {TWIN} People left.\nHe came. {TWIN} She went.\nThe end of it all."


@pytest.fixture
def article(project):
    return added(project, TEXT)


@pytest.fixture
def waiting(project, article):
    """A highlight that waits, for the sentence it was on is gone and a twin of it stands there."""
    start = TEXT.index(TWIN)
    tag = AddHighlight(article.id, (Span(start, start + len(TWIN)),), "official_claim")
    project.execute(tag)
    revised(project, article, f"Something else.\nHe came. {TWIN} She went.\nThe end of it all.")
    (found,) = project.queries.unplaced_highlights(article.id)
    return found


def test_a_twin_elsewhere_is_never_taken_for_what_is_gone(project, article, waiting):
    assert waiting.quote == TWIN
    assert waiting.orphaned
    assert waiting.unplaced.prefix.endswith("It rained. ")
    assert project.queries.unplaced_counts() == {article.id: 1}
    assert project.queries.stats().unplaced == 1
    assert project.queries.changed_highlights(article.id) == []


def test_a_place_is_chosen_in_one_step(project, article, waiting):
    before = state_of_article(project, article.id)
    project.execute(SettlePlace(waiting.id, (Span(0, 9),)))
    (now,) = project.queries.highlights(article.id)
    assert (now.spans, now.quote, now.unplaced) == ((Span(0, 9),), "Something", None)
    assert project.queries.changed_highlights(article.id) == []
    assert project.undo().title == "Place highlight"
    assert state_of_article(project, article.id) == before


@pytest.mark.parametrize(("command", "left"), [(DropUnplaced, 0), (KeepUnplaced, 1)])
def test_one_that_belongs_nowhere_is_dropped_or_kept(project, article, waiting, command, left):
    project.execute(command((waiting.id,)))
    kept = list(project.queries.highlights(article.id))
    assert len(kept) == left
    assert all(one.orphaned and one.quote == TWIN for one in kept)
    assert project.queries.stats().unplaced == 0
    assert project.check() == []
    project.undo()
    assert project.queries.unplaced_highlights() == [waiting]


def test_moving_one_by_its_edges_settles_it_too(project, article, waiting):
    project.execute(MoveHighlight(waiting.id, (Span(0, 9),)))
    assert project.queries.unplaced_highlights() == []


def test_what_does_not_wait_is_not_settled(project, article):
    changes = project.execute(AddHighlight(article.id, (Span(0, 9),), "official_claim"))
    highlight = next(after for _, after in changes.of(Highlight))
    with pytest.raises(NotUnplacedError):
        project.execute(SettlePlace(highlight.id, (Span(1, 2),)))


def test_one_that_waits_goes_on_waiting_even_when_its_words_come_back(project, article, waiting):
    revised(project, project.find_article(article.id), TEXT)
    (now,) = choices(project.queries, article.id)
    assert now.highlight.unplaced.outcome == "ambiguous"
    best = now.candidates[0].spans[0]
    assert best == Span(TEXT.index(TWIN), TEXT.index(TWIN) + len(TWIN))
    assert project.check() == []


def test_candidates_follow_an_edit_and_are_looked_for_anew_where_it_took_them(
    project, article, waiting
):
    for piece in ("Big ", ""):
        editing = project.edit_text(project.open_article(article.id))
        editing.edit(Edit(0, 0, len(piece)) if piece else Edit(20, 0, 0), piece)
        editing.finish()
        text = project.queries.outline(article.id).revision.text
        (choice,) = choices(project.queries, article.id)
        assert choice.words[0] == TWIN
        assert text[choice.candidates[0].spans[0].start :].startswith(TWIN)
    assert project.check() == []


def test_a_text_that_is_being_edited_is_not_revised(project, article):
    plan = planned(project, article, TEXT + " More.")
    editing = project.edit_text(project.open_article(article.id))
    with pytest.raises(TextHalfEditedError):
        project.execute(ReviseArticle(plan))
    editing.abandon()
    assert project.execute(ReviseArticle(plan)).title == "Revise “A dam”"


def test_a_text_that_went_on_is_compared_once_more(project, article):
    plan = planned(project, article, TEXT + " More.")
    revised(project, article, TEXT + " Other.")
    with pytest.raises(RevisedMeanwhileError):
        project.execute(ReviseArticle(plan))


def test_what_was_tagged_since_the_plan_is_placed_as_well(project, article):
    text = TEXT.replace("It rained. ", "It rained all day. ")
    plan = planned(project, article, text)
    start = TEXT.index("People left.")
    project.execute(AddHighlight(article.id, (Span(start, start + 12),), "official_claim"))
    project.execute(ReviseArticle(plan))
    (now,) = project.queries.highlights(article.id)
    assert now.quote == "People left."
    assert text[now.spans[0].start : now.spans[0].end] == "People left."


def test_words_that_changed_are_to_be_reviewed_again(project):
    text = "The ministry said on Friday that the dam was safe. Engineers left the site."
    article = added(project, text)
    project.execute(AddHighlight(article.id, (Span(0, 50),), "official_claim"))
    revised(project, article, text.replace("was safe", "was not safe"))
    (one,) = project.queries.changed_highlights(article.id)
    assert one.was == text[:50]
    assert one.highlight.quote == "The ministry said on Friday that the dam was not safe."
