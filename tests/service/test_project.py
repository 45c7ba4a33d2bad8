from __future__ import annotations

import pytest
from tests.service.dam_text import TEXT, add_text, span_of

from annotator.bootstrap import open_project
from annotator.core.records import Article, Highlight
from annotator.core.request_errors import (
    AmbiguousIdError,
    EmptySpanError,
    NotFoundError,
    NothingToRedoError,
    NothingToUndoError,
    OutsideTextError,
    UnknownFieldError,
    UnknownFormatError,
    UnknownLabelError,
)
from annotator.core.span import Span
from annotator.service.commands import (
    AddHighlight,
    DescribeClaim,
    MoveHighlight,
    RelabelHighlight,
    RemoveArticle,
    RemoveHighlights,
    Together,
    ToggleHighlight,
    ToggleReviewed,
)

DAM = span_of("The ministry said the 🚰 dam was safe.")


def highlights(project):
    return list(project.queries.highlights())


def added(changes):
    return next(after for _, after in changes.of(Highlight) if after)


def test_a_highlight_is_there_after_a_restart(project, article_id):
    changes = project.execute(AddHighlight(article_id, (DAM,), "official_claim"))
    path = project.path
    project.close()
    reopened = open_project(path, create=False)
    assert list(reopened.queries.highlights()) == [added(changes)]
    assert added(changes).quote == TEXT[DAM.start : DAM.end]
    reopened.close()


def test_toggling_twice_leaves_nothing(project, article_id):
    project.execute(ToggleHighlight(article_id, DAM, "official_claim"))
    project.execute(ToggleHighlight(article_id, DAM, "humanitarian_concern"))
    assert len(highlights(project)) == 2
    project.execute(ToggleHighlight(article_id, DAM, "official_claim"))
    project.execute(ToggleHighlight(article_id, DAM, "humanitarian_concern"))
    assert highlights(project) == []


def test_adding_always_adds_one(project, article_id):
    for _ in range(3):
        project.execute(AddHighlight(article_id, (DAM,), "official_claim"))
    assert len(highlights(project)) == 3


def test_a_highlight_may_have_several_spans(project, article_id):
    spans = (span_of("The ministry"), span_of("Aid groups"))
    changes = project.execute(AddHighlight(article_id, spans, "official_claim"))
    assert added(changes).spans == spans
    assert added(changes).quote == "The ministry … Aid groups"


def test_moving_and_relabelling_keep_the_id(project, article_id):
    before = added(project.execute(AddHighlight(article_id, (DAM,), "official_claim")))
    other = span_of("Aid groups")
    project.execute(MoveHighlight(before.id, (other,)))
    project.execute(RelabelHighlight(before.id, "analyst_opinion"))
    after = project.queries.highlight_by_id(before.id)
    assert (after.spans, after.quote) == ((other,), "Aid groups")
    assert after.label_id != before.label_id


def test_undo_and_redo_survive_a_restart(project, article_id):
    project.execute(AddHighlight(article_id, (DAM,), "official_claim"))
    project.undo()
    path = project.path
    project.close()
    reopened = open_project(path, create=False)
    assert reopened.queries.redo_title() == "Tag as Official claim"
    reopened.redo()
    assert len(highlights(reopened)) == 1
    reopened.undo()
    reopened.undo()
    assert reopened.queries.articles() == []
    reopened.close()


def test_a_change_after_undo_forgets_what_was_undone(project, article_id):
    project.execute(AddHighlight(article_id, (DAM,), "official_claim"))
    project.undo()
    project.execute(ToggleReviewed(article_id, (DAM,)))
    with pytest.raises(NothingToRedoError):
        project.redo()


def test_nothing_to_undo_is_said(project):
    with pytest.raises(NothingToUndoError):
        project.undo()


def test_a_removed_article_comes_back_with_its_highlights(project, article_id):
    project.execute(AddHighlight(article_id, (DAM,), "official_claim"))
    project.execute(RemoveArticle(article_id))
    assert project.queries.articles() == []
    assert project.queries.stats().highlights == 0
    project.undo()
    assert project.queries.stats().by_label["official_claim"] == 1


def test_marks_toggle_for_a_whole_selection(project, article_id):
    spans = (span_of("Engineers left."), span_of("Nobody replied."))
    project.execute(ToggleReviewed(article_id, spans[:1]))
    project.execute(ToggleReviewed(article_id, spans))
    assert project.queries.stats().reviewed == 2
    project.execute(ToggleReviewed(article_id, spans))
    assert project.queries.stats().reviewed == 0


def test_a_claim_is_described_and_undone(project, article_id):
    highlight = added(project.execute(AddHighlight(article_id, (DAM,), "official_claim")))
    project.execute(DescribeClaim(highlight.id, (("speaker", "Water ministry"),)))
    project.execute(DescribeClaim(highlight.id, (("note", "ask again"),)))
    claim = project.queries.claim(project.queries.highlight_by_id(highlight.id).claim_id)
    assert (claim.speaker, claim.note) == ("Water ministry", "ask again")
    project.undo()
    assert project.queries.claim(claim.id).note == ""
    project.undo()
    assert project.queries.highlight_by_id(highlight.id).claim_id is None


def test_one_action_is_one_undo_step(project, article_id):
    ids = [
        added(project.execute(AddHighlight(article_id, (DAM,), "official_claim"))).id
        for _ in range(5)
    ]
    project.execute(RemoveHighlights(tuple(ids)))
    assert highlights(project) == []
    project.undo()
    assert sorted(highlight.id for highlight in highlights(project)) == sorted(ids)


@pytest.mark.parametrize(
    ("spans", "label", "error"),
    [
        ((Span(0, 5),), "no_such", UnknownLabelError),
        ((Span(3, 3),), "official_claim", EmptySpanError),
        ((Span(0, len(TEXT) + 1),), "official_claim", OutsideTextError),
        ((Span(10_000, 10_001),), "official_claim", OutsideTextError),
    ],
)
def test_a_refused_command_changes_nothing(project, article_id, spans, label, error):
    before = project.queries.history()
    with pytest.raises(error):
        project.execute(AddHighlight(article_id, spans, label))
    assert project.queries.history() == before
    assert project.queries.stats().highlights == 0


def test_unknown_things_are_named(project, article_id):
    highlight = added(project.execute(AddHighlight(article_id, (DAM,), "official_claim")))
    with pytest.raises(NotFoundError):
        project.execute(RemoveHighlights(("no-such-id",)))
    with pytest.raises(NotFoundError):
        project.execute(AddHighlight("no-such-id", (DAM,), "official_claim"))
    with pytest.raises(UnknownFieldError):
        project.execute(DescribeClaim(highlight.id, (("mood", "good"),)))
    with pytest.raises(UnknownFormatError):
        project.export("papyrus", project.path)


def test_an_article_is_found_by_id_title_and_parts_of_them(project, article_id):
    other = add_text(project, "Another text altogether.", "A dam again")
    for name in (article_id, article_id.upper(), article_id[-8:], "A dam", "a DAM"):
        assert project.find_article(name).id == article_id
    assert project.find_article("a dam a").id == other
    for name in (article_id[:4], "a da"):
        with pytest.raises(AmbiguousIdError):
            project.find_article(name)
    for name in ("", "No such title", "zzz"):
        with pytest.raises(NotFoundError):
            project.find_article(name)


def test_several_commands_together_are_one_step(project, article_id):
    steps = (
        AddHighlight(article_id, (DAM,), "official_claim"),
        ToggleReviewed(article_id, (span_of("Nobody replied."),)),
    )
    assert project.execute(Together("Tag the sample", steps)).title == "Tag the sample"
    project.undo()
    assert (highlights(project), project.queries.stats().reviewed) == ([], 0)


def test_the_same_text_is_added_once(project, article_id):
    with pytest.raises(StopIteration):
        add_text(project, title="Other title, same text")
    assert len(project.queries.articles()) == 1


def test_subscribers_hear_each_change_until_they_leave(project, article_id):
    heard = []
    leave = project.subscribe(heard.append)
    changes = project.execute(AddHighlight(article_id, (DAM,), "official_claim"))
    leave()
    project.undo()
    assert heard == [changes]
    assert changes.dirty(article_id) == [DAM]
    assert changes.article_ids() == [article_id]
    assert [progress.reviewed for progress in changes.progress] == [1]


def test_another_process_is_heard_of(project, article_id):
    other = open_project(project.path, create=False)
    article = project.open_article(article_id)
    other.execute(AddHighlight(article_id, (DAM,), "official_claim"))
    other.close()
    (changes,) = project.look_outside()
    assert changes.origin == "outside"
    assert article.highlights_over(DAM) == [added(changes).key]
    assert project.look_outside() == []


def test_adding_tells_the_article_as_it_is_listed(project, article_id):
    (summary,) = project.queries.articles()
    assert summary.article.id == article_id
    assert summary.chars == len(TEXT)
    assert isinstance(summary.article, Article)
    assert (summary.progress.sentences, summary.progress.highlights) == (6, 0)
