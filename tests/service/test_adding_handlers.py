from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.records import Article, Source
from annotator.core.request_errors import TooManyArticlesError
from annotator.service import adding_handlers, importing
from annotator.service.article_ports import ReadArticle
from annotator.service.commands import AddArticles, RemoveArticle
from annotator.service.importing import prepare, prepare_article
from annotator.service.watch import StoppedError, Watch

SOURCE = Source("a.txt", "00", 1, "UTF-8", "plain text")
COMING = st.lists(st.sampled_from(["It held.", "It broke.", "It rained.", "Nobody came."]))


def prepared(project, text, title="Dam"):
    return prepare_article(ReadArticle(title, text, SOURCE), project.surroundings)


def kept(project):
    return [(one.article.title, one.chars) for one in project.queries.articles()]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(COMING)
def test_each_text_is_added_once_with_its_first_title_and_in_order(project, texts):
    project.queries.jump(0)
    coming = [prepared(project, text, f"{number}") for number, text in enumerate(texts)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(adding_handlers, "_AT_ONCE", 3)
        changes = project.execute(AddArticles(iter(coming)))
    wanted = [(f"{texts.index(text)}", len(text)) for text in dict.fromkeys(texts)]
    assert kept(project) == wanted
    assert [one.title for _, one in changes.of(Article)] == [title for title, _ in wanted]
    assert changes.title == {0: "", 1: "Add “0”"}.get(len(wanted), f"Add {len(wanted)} articles")


def test_a_text_that_is_there_is_left_out_until_it_is_in_the_trash(project):
    coming = AddArticles((prepared(project, "It held."),))
    project.execute(coming)
    assert not project.execute(coming).alterations
    project.queries.undo()
    assert project.execute(coming).alterations


def test_a_text_that_was_corrected_is_found_by_its_new_words(project):
    one = prepared(project, "It held.")
    other = prepared(project, "It broke.")
    project.execute(AddArticles((replace(other, findable=one.findable),)))
    assert project.check() == []


def test_cancelled_among_them_nothing_is_added(project):
    coming = [prepared(project, f"It held {number} times.") for number in range(4)]
    asked = iter([False, False, True])
    watch = Watch(cancelled=lambda: next(asked))
    with pytest.raises(StoppedError):
        project.commit(AddArticles(coming), watch)
    assert kept(project) == []


@pytest.mark.parametrize("as_they_come", [iter, tuple])
def test_more_than_one_step_can_take_are_refused_and_none_is_added(
    project, monkeypatch, as_they_come
):
    monkeypatch.setattr(adding_handlers, "MOST_AT_ONCE", 2)
    coming = [prepared(project, f"It held {number} times.") for number in range(3)]
    with pytest.raises(TooManyArticlesError, match="No more than 2 articles"):
        project.execute(AddArticles(as_they_come(coming)))
    assert kept(project) == []
    project.execute(AddArticles(as_they_come(coming[:2])))
    assert len(kept(project)) == 2


def test_the_file_with_which_there_are_too_many_is_refused_by_name_and_the_others_added(
    project, tmp_path, monkeypatch
):
    monkeypatch.setattr(importing, "MOST_AT_ONCE", 3)
    (tmp_path / "a.txt").write_text("It rained.")
    (tmp_path / "b.csv").write_text("text\nIt held.\nIt broke.\nNobody came.\n")
    (tmp_path / "c.txt").write_text("It snowed.")
    names = ("a.txt", "b.csv", "c.txt")
    batch = prepare([tmp_path / name for name in names], project.surroundings)
    assert batch is not None
    reports = project.add(batch)
    assert [one.status for one in reports] == ["added", "refused", "added"]
    assert "b.csv goes beyond the 3 articles" in str(reports[1].reason)
    assert len(kept(project)) == 2
    assert project.check() == []
    batch.close()


def test_a_file_kept_beside_of_a_text_that_is_there_is_no_step_and_holds_nobody_up(
    project, tmp_path
):
    file = tmp_path / "a.txt"
    file.write_text("It held.")
    wishes = importing.Wishes(keep_originals=True)
    (report,) = project.add(prepare([file], project.surroundings))
    before = project.queries.history()
    batch = prepare([file], project.surroundings, wishes)
    changes = project.publish_beside(project.commit_beside(AddArticles(batch, batch.originals)))
    source = project.queries.content(report.id).revision.source
    assert project.queries.original(source.sha256) == b"It held."
    assert (changes.alterations, project.queries.history()) == ((), before)
    assert project.look_outside() == []
    project.execute(RemoveArticle(report.id))
    assert project.check() == []
