"""What becomes of articles that others have nearly, removed or edited, and of what is in them."""

from __future__ import annotations

from itertools import product

import pytest
from tests.service.dam_text import add_text
from tests.service.merging.replicas import (
    STORY,
    exchanged,
    fill,
    near,
    open_replica,
    retyped,
    sent,
    taken,
    told,
)

from annotator.core.span import Span
from annotator.service import commands as does
from annotator.service.merging.commands import SettleConflicts
from annotator.service.merging.conflicts import conflicts
from annotator.team.settling import Choice


@pytest.fixture
def team(new_project, tmp_path):
    """Open replicas of projects that began apart, each with texts of its own."""
    opened = []

    def begin(*texts):
        number = len(opened)
        path = new_project(tmp_path / f"{number}.factproj")
        opened.append(open_replica(path, number))
        fill(opened[-1], texts)
        return opened[-1]

    yield begin
    for one in opened:
        one.close()


def tag(project, number=0, start=0):
    article = project.queries.articles()[number].article.id
    label = project.queries.codebook().labels[0].key
    project.execute(does.AddHighlight(article, (Span(start, start + 20),), label))


def everything(project):
    rows = [one.article for one in project.queries.articles()]
    return rows, [list(project.queries.highlights(one.id)) for one in rows], told(project)


def test_texts_that_a_third_has_nearly_become_one_and_come_apart_by_undo(team, tmp_path):
    members = [team(near(7), near(4)), team(near(4), near(3)), team(near(2), near(4))]
    for one in members:
        tag(one)
    for turn in range(2):
        for one in members:
            for row in one.queries.articles():
                retyped(one, row.article, 500, f"{turn} ")
        paths = [tmp_path / f"{turn} {number}.annobundle" for number in range(3)]
        for one, path in zip(members, paths, strict=True):
            sent(one, path)
        for one, path in product(members, reversed(paths)):
            taken_and_undone(one, path)
    assert len(set(exchanged(members, tmp_path))) == 1
    for one in members:
        assert one.check() == []
        assert len(list(one.queries.highlights())) == 3


def taken_and_undone(project, path):
    """Merge a bundle, and see that undo and redo lead back and forth."""
    before, newest = everything(project), project.queries.newest()
    taken(project, path)
    if project.queries.newest() > newest:
        after = everything(project)
        project.undo()
        assert everything(project) == before
        project.redo()
        assert everything(project) == after


@pytest.mark.parametrize("together", [True, False])
def test_a_copy_put_in_the_place_of_a_removed_article_is_an_article_of_its_own(
    team, tmp_path, together
):
    ada, bo = team(STORY), team(*(() if together else (STORY,)))
    sent(ada, tmp_path / "first.annobundle")
    taken(bo, tmp_path / "first.annobundle")
    bo.execute(does.RemoveArticle(bo.queries.articles()[0].article.id))
    add_text(bo, f"{STORY} A last line.", "A story")
    tag(bo)
    sent(bo, tmp_path / "second.annobundle")
    report = taken(ada, tmp_path / "second.annobundle")
    assert report.counts["added"] == 1
    assert list(conflicts(ada.queries)) == []
    assert len(list(ada.queries.highlights())) == 1
    assert len(ada.queries.articles()) == 1
    newest = ada.queries.newest()
    taken(ada, tmp_path / "second.annobundle")
    assert ada.queries.newest() == newest
    assert len(set(exchanged([ada, bo], tmp_path))) == 1


def test_a_highlight_whose_words_were_cut_out_comes_without_them_and_the_check_is_clean(
    team, tmp_path
):
    ada, bo = team(STORY), team()
    tag(ada, start=40)
    editing = ada.edit_text(ada.open_article(ada.queries.articles()[0].article.id))
    editing.replace(Span(35, 80), "")
    editing.finish()
    sent(ada, tmp_path / "a.annobundle")
    taken(bo, tmp_path / "a.annobundle")
    (found,) = bo.queries.highlights()
    assert found.orphaned
    assert (ada.check(), bo.check()) == ([], [])


@pytest.mark.parametrize("choice", [Choice.OURS, Choice.THEIRS])
def test_places_follow_to_the_text_that_another_settled_on(team, tmp_path, choice):
    ada, bo = team(STORY), team()
    tag(ada, start=100)
    exchanged([ada, bo], tmp_path)
    for project, words in ((ada, "Yesterday. "), (bo, "Corrected today. ")):
        (row,) = project.queries.articles()
        editing = project.edit_text(project.open_article(row.article.id))
        editing.replace(Span(0, 0), words)
        editing.finish()
    exchanged([ada, bo], tmp_path)
    (conflict,) = conflicts(bo.queries)
    bo.execute(SettleConflicts(((conflict.kind, conflict.id),), choice))
    sent(bo, tmp_path / "settled.annobundle")
    taken(ada, tmp_path / "settled.annobundle")
    newest = ada.queries.newest()
    taken(ada, tmp_path / "settled.annobundle")
    assert ada.queries.newest() == newest
    texts = [one.queries.content(one.queries.articles()[0].article.id) for one in (ada, bo)]
    assert texts[0].revision.text == texts[1].revision.text
    for found in (*ada.queries.highlights(), *bo.queries.highlights()):
        (span,) = found.spans
        assert texts[0].revision.text[span.start : span.end] == found.quote == STORY[100:120]
    assert (ada.check(), bo.check()) == ([], [])
