from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.service.dam_text import TEXT, add_text, span_of

from annotator.core.errors import AnnotatorError
from annotator.core.sentences import JoinError, SplitError
from annotator.service.commands import AddHighlight, ToggleReviewed
from annotator.service.sentence_repair import join_sentences, split_sentence

STEPS = st.lists(
    st.tuples(st.sampled_from(("split", "join", "undo", "redo", "tag")), st.integers(0, 170)),
    max_size=8,
)


def state_of(article):
    end = len(article.text) + 1
    return {
        "sentences": list(article.sentences),
        "ends": article.revision.sentence_ends,
        "revision": article.revision.id,
        "highlights": sorted(article.index.overlapping(0, end)),
        "marks": article.marks.overlapping(0, end),
        "progress": article.progress,
    }


def step(project, article, what, number):
    """Do one thing; what cannot be done does nothing."""
    try:
        if what == "split":
            project.execute(
                split_sentence(article, number % len(article.text), project.surroundings)
            )
        elif what == "join":
            first = number % len(article.sentences)
            numbers = range(first, min(first + 1 + number % 2, len(article.sentences)))
            project.execute(join_sentences(article, numbers, project.surroundings))
        elif what == "tag":
            span = article.sentences.span(number % len(article.sentences))
            project.execute(AddHighlight(article.article.id, (span,), "official_claim"))
        elif what == "redo" or not (project.queries.undo_title() or "").startswith("Add"):
            getattr(project, what)()
    except AnnotatorError:
        return


@given(steps=STEPS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
def test_an_article_on_the_desk_equals_one_opened_anew(project, steps):
    text = f"{TEXT} {len(project.queries.articles())}"
    article_id = add_text(project, text)
    article = project.open_article(article_id)
    for what, number in steps:
        step(project, article, what, number)
        assert not article.stale
        assert article.text == text
        assert state_of(article) == state_of(project.open_article(article_id)), (what, number)
    assert project.check() == []


def test_one_undo_takes_a_correction_back_with_what_lies_on_it(project, article_id):
    article = project.open_article(article_id)
    project.execute(
        AddHighlight(article_id, (span_of("dam was safe. Engineers"),), "official_claim")
    )
    project.execute(ToggleReviewed(article_id, (span_of("Engineers left."),)))
    before = state_of(article)
    project.execute(split_sentence(article, span_of("was").start, project.surroundings))
    after = state_of(article)
    assert article.sentence_text(0) == "The ministry said the 🚰 dam"
    assert (after["highlights"], after["marks"]) == (before["highlights"], before["marks"])
    assert project.undo().title == "Split a sentence"
    assert state_of(article) == before
    project.redo()
    assert state_of(article) == after


def test_what_was_corrected_is_told_by_its_sentences(project, article_id):
    article = project.open_article(article_id)
    changes = project.execute(join_sentences(article, range(1), project.surroundings))
    (one,) = article.recut
    assert (one.effect.removed, one.effect.added) == (2, 1)
    assert article.slice(one.span).endswith("Engineers left.")
    assert one.span in article.dirty(changes)


def test_places_without_words_on_both_sides_are_refused(project, article_id):
    article = project.open_article(article_id)
    for position in (0, len(article.text)):
        with pytest.raises(SplitError) as told:
            split_sentence(article, position, project.surroundings)
        assert told.value.position == position
    with pytest.raises(JoinError) as refused:
        join_sentences(article, range(1, 3), project.surroundings)
    assert refused.value.number == 1
