"""The own counters of an article always say what counting anew would, at the cost of a change."""

from __future__ import annotations

import shutil
from contextlib import ExitStack, closing, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import share
from tests.service.merging.replicas import fill, open_replica, retyped, taken
from tests.service.merging.replicas import sent as sent_bundle
from tests.store.samples import LABELS, add_article, add_highlight, profile_in, revision_of
from tests.store.sent import sent
from tests.store.test_statements import filled

from annotator import bootstrap
from annotator.core.errors import AnnotatorError
from annotator.core.project_errors import DamagedProjectError
from annotator.core.span import Span
from annotator.service import commands as does
from annotator.service.finishing_commands import FinishArticle
from annotator.service.project import Project
from annotator.store import own_figures
from annotator.store.project_file import open_project
from annotator.store.queries import FileQueries

OFTEN = ("tag", "tag apart", "mark", "move", "remove", "retype", "undo", "redo", "look")
SELDOM = ("relabel", "jump", "merge", "finish")
WORDS = ("", "one", "No. Yes. ", "\n")
STEPS = st.lists(
    st.tuples(
        st.sampled_from((*OFTEN, *OFTEN, *SELDOM)),
        st.sampled_from((0, 0, 0, 1, 2)),
        st.integers(0, 1),
        st.integers(0, 30),
    ),
    min_size=15,
    max_size=25,
)


def anew(blind, article_id):
    """Count an article's own figures from nothing."""
    return FileQueries.progress_in(blind, article_id)


def require_told_anew(blind):
    for one in blind.articles():
        assert blind.progress_in(one.article.id) == anew(blind, one.article.id)


def hear(project):
    """Let what a project tells of every change be compared with counting anew."""

    def listener(changes):
        there = {one.article.id for one in project.queries.articles()}
        for told in changes.progress:
            if told.article_id in there:
                assert told == anew(project.queries, told.article_id)

    project.subscribe(listener)


def do(project, what, which, at):
    """Do something with an article, or an own or anybody's highlight; leave what cannot be."""
    article = project.queries.articles()[which].article
    found = sorted(project.queries.highlights(article.id), key=lambda one: one.key)[-2:]
    label = project.queries.codebook().labels[at % 3].key
    ids = tuple(one.id for one in found[:1])
    commands = {
        "tag": does.AddHighlight(article.id, (Span(at, at + 9),), label),
        "tag apart": does.AddHighlight(article.id, (Span(at, at + 3), Span(at + 7, at + 9)), label),
        "mark": does.ToggleReviewed(article.id, (Span(at, at + 9),)),
        "finish": FinishArticle(article.id, accept_unreviewed=True),
        **{
            name: command
            for one in ids
            for name, command in (
                ("move", does.MoveHighlight(one, (Span(at, at + 5),))),
                ("remove", does.RemoveHighlights(ids)),
                ("relabel", does.RelabelHighlight(one, label)),
            )
        },
    }
    with suppress(AnnotatorError):
        if what == "retype":
            retyped(project, article, at, WORDS[at % len(WORDS)])
        elif what == "undo":
            project.undo()
        elif what == "redo":
            project.redo()
        elif what == "jump":
            project.jump(max(3, project.queries.newest() - at))
        elif what in commands:
            project.execute(commands[what])


@pytest.fixture
def begun(new_project, tmp_path):
    """A project of two articles, and bundles of what its reviewer and a colleague did elsewhere."""
    path, bundles = new_project(tmp_path / "begun.factproj"), []
    with closing(open_replica(path, 0)) as project:
        fill(project)
        do(project, "tag", 0, 2)
    for number in range(2):
        (tmp_path / f"{number}").mkdir()
        elsewhere = shutil.copy(path, tmp_path / f"{number}" / "elsewhere.factproj")
        with closing(open_replica(elsewhere, number)) as project:
            for what, at in (("tag", 20), ("mark", 0), ("retype", 5), ("tag apart", 12)):
                do(project, what, number, at)
            bundles.append(tmp_path / f"{number}.annobundle")
            sent_bundle(project, bundles[-1])
    return path, bundles


@pytest.mark.parametrize("most", [own_figures.MOST_FOLLOWED, 2])
def test_what_is_kept_is_what_counting_anew_says(begun, tmp_path, monkeypatch, most):
    monkeypatch.setattr(own_figures, "MOST_FOLLOWED", most)
    path, bundles = begun

    @settings(max_examples=share(15), deadline=None)
    @given(STEPS)
    def law(steps):
        folder = Path(mkdtemp(dir=tmp_path))
        copy = shutil.copy(path, folder / "facts.factproj")
        with ExitStack() as stack:
            # The one that is looked at, a second window of the same reviewer, and a colleague.
            team = [stack.enter_context(closing(open_replica(copy, who))) for who in (0, 0, 1)]
            team[0].set_blind(on=True)
            hear(team[0])
            for what, who, which, at in steps:
                if what == "merge":
                    taken(team[who], bundles[which])
                elif what == "look":
                    team[0].look_outside()
                    require_told_anew(team[0].queries)
                else:
                    do(team[who], what, which, at)
            require_told_anew(team[0].queries)

    law()


def test_a_file_that_was_replaced_is_counted_anew(opener, project_path):
    store = opener(project_path)
    article = add_article(store)
    before = project_path.read_bytes()
    add_highlight(store, article, (0, 9))
    with closing(store.blind()) as blind:
        assert blind.progress_in(article.id).highlights == 1
        with closing(open_project(project_path, profile=profile_in(project_path.parent))) as other:
            project_path.write_bytes(before)
            add_highlight(other, article, (12, 20))
            add_highlight(other, article, (50, 60))
        assert blind.progress_in(article.id) == anew(blind, article.id)
        assert blind.progress_in(article.id).highlights == 2


def test_what_lies_in_no_sentence_of_the_present_text_reviews_none(store):
    article = add_article(store)
    add_highlight(store, article, (0, 9))
    revision = revision_of("Nothing of it is left. Or is it?", article.id, number=2)
    with closing(store.blind()) as blind:
        assert blind.progress_in(article.id).reviewed == 1
        with store.writing() as work:
            work.put(revision)
            work.put(replace(article, revision_id=revision.id))
            work.commit("Revise")
        assert blind.progress_in(article.id) == anew(blind, article.id)
        assert blind.progress_in(article.id).reviewed == 0


@pytest.fixture
def cost(opener, project_path):
    def measure(highlights):
        store = opener(project_path)
        article = filled(store, highlights)
        project = Project(store, bootstrap.surroundings(), reviewer=store.reviewer)
        project.set_blind(on=True)
        blind = project.queries
        project.open_article(article.id)
        tag = does.AddHighlight(article.id, (Span(5, 50),), LABELS[0].key)
        project.execute(tag)
        steps = []
        blind._database.driver.set_progress_handler(lambda: steps.append(1), 100)
        with sent(blind) as statements:
            (told,) = project.execute(
                does.AddHighlight(article.id, (Span(300, 360),), LABELS[1].key)
            ).progress
        blind._database.driver.set_progress_handler(None, 0)
        assert told == anew(blind, article.id)
        assert told.highlights == highlights + 3
        project.set_blind(on=False)
        store.close()
        return statements, len(steps)

    return measure


def test_a_tag_costs_the_same_under_few_own_highlights_and_under_many(cost, project_path, template):
    few, few_steps = cost(50)
    project_path.write_bytes(template.read_bytes())
    many, many_steps = cost(5_000)
    assert many == few
    assert many_steps <= few_steps + 2


def test_articles_asked_for_long_ago_are_counted_anew(opener, project_path, monkeypatch):
    monkeypatch.setattr(own_figures, "_ARTICLES", 1)
    store = opener(project_path)
    articles = [filled(store, 0) for _ in range(2)]
    blind = store.blind()
    assert [blind.progress_in(one.id).highlights for one in articles] == [1, 1]
    with sent(blind) as kept:
        blind.progress_in(articles[1].id)
    with sent(blind) as forgotten:
        assert blind.progress_in(articles[0].id) == anew(blind, articles[0].id)
    blind.close()
    assert sum("main.part" in one for one in kept) == 0
    assert sum("main.part" in one for one in forgotten) > 0


def test_what_failed_half_way_is_counted_anew(store, monkeypatch):
    article = add_article(store)
    add_highlight(store, article, (0, 9))
    with closing(store.blind()) as blind:
        blind.progress_in(article.id)
        add_highlight(store, article, (12, 30))
        with monkeypatch.context() as broken:
            broken.setattr(blind._database, "examine", lambda: "It is torn.")
            broken.setattr(own_figures, "touched", Mock(side_effect=LookupError))
            with pytest.raises(DamagedProjectError):
                blind.progress_in(article.id)
        assert blind.progress_in(article.id) == anew(blind, article.id)
