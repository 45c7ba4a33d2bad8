from __future__ import annotations

from dataclasses import replace

import pytest
from tests.service.dam_text import TEXT, span_of
from tests.service.newer_copies import added, copy_of

from annotator.service import adding_handlers
from annotator.service.arrivals import Likeness, what_is_known
from annotator.service.commands import AddArticles, AddHighlight
from annotator.service.import_reports import report_of
from annotator.service.importing import Batch

URL = "https://example.org/dam"


def taken(project, *copies, tmp_path):
    """Take copies in as one batch; return the statuses and the ids told."""
    batch = Batch()
    for number, copy in enumerate(copies):
        batch.put(tmp_path / f"{number}.txt", copy, None)
    changes = project.execute(AddArticles(batch))
    reports = report_of(batch, changes, project.queries)
    return changes, [(one.status, one.id) for one in reports], reports


@pytest.fixture
def article(project):
    return added(project, TEXT, url=URL)


def test_copies_from_one_address_become_revisions_in_order_and_one_step(project, article, tmp_path):
    project.execute(AddHighlight(article.id, (span_of("dam was safe"),), "official_claim"))
    copies = [copy_of(f"{TEXT} More {number}.", project, url=URL) for number in range(2)]
    assert what_is_known(copies[0], project.queries).likeness is Likeness.ADDRESS
    other = copy_of("Another one.", project, title="Other", url=f"{URL}/other")
    changes, told, _ = taken(project, *copies, other, tmp_path=tmp_path)
    assert [status for status, _ in told] == ["revised", "revised", "added"]
    assert {id_ for _, id_ in told[:2]} == {article.id}
    assert changes.title == "Add “Other”, revise 2 articles"
    assert [one.number for one in project.queries.revisions(article.id)] == [1, 2, 3]
    assert project.queries.outline(article.id).revision.text.endswith("More 1.")
    (highlight,) = project.queries.highlights(article.id)
    assert highlight.quote == "dam was safe"
    assert project.check() == []
    project.undo()
    assert project.find_article(article.id) == article
    assert project.check() == []


def test_an_article_and_its_newer_copy_can_come_together(project, tmp_path):
    copies = [copy_of(text, project, url=URL) for text in ("One.", "One. Two.", "One.")]
    _, told, _ = taken(project, *copies, tmp_path=tmp_path)
    assert [status for status, _ in told] == ["added", "revised", "already there"]
    assert len({id_ for _, id_ in told}) == 1


def test_an_older_copy_is_there_already_and_an_undone_one_is_not(project, article, tmp_path):
    newer = copy_of(TEXT + " More.", project, url=URL)
    taken(project, newer, tmp_path=tmp_path)
    _, told, _ = taken(project, copy_of(TEXT, project, url=URL), tmp_path=tmp_path)
    assert told == [("already there", article.id)]
    project.undo()
    _, told, _ = taken(project, newer, tmp_path=tmp_path)
    assert told == [("revised", article.id)]


def test_the_address_of_a_whole_site_is_nobody_s(project, tmp_path):
    copies = [copy_of(text, project, url="https://example.org/") for text in ("One.", "Two.")]
    _, told, _ = taken(project, *copies, tmp_path=tmp_path)
    assert [status for status, _ in told] == ["added", "added"]


def test_a_copy_of_what_is_being_edited_is_refused_and_the_others_come(project, article, tmp_path):
    editing = project.edit_text(project.open_article(article.id))
    copies = [copy_of(TEXT + " More.", project, url=URL), copy_of("Another one.", project)]
    _, told, reports = taken(project, *copies, tmp_path=tmp_path)
    assert told[0] == ("refused", article.id)
    assert "is being edited" in reports[0].reason
    assert told[1][0] == "added"
    editing.abandon()


def rows(project, *texts, url=URL):
    copies = (copy_of(text, project, url=url, title=text[:9]) for text in texts)
    return [
        replace(one, read=replace(one.read, place=f"row {number}"))
        for number, one in enumerate(copies, 1)
    ]


LONG = " ".join(f"Sentence {number} tells of gauge {number * 7}." for number in range(40))


@pytest.mark.parametrize("newer", [f"{LONG} One more.", "The dam was safe today."])
def test_rows_of_one_file_with_one_address_are_copies_only_if_they_are_alike(
    project, tmp_path, newer
):
    older = LONG if newer.startswith(LONG) else "The dam was safe."
    others = ("Prices rose by a third in May.", "Nobody came to the harbor fair.")
    coming = rows(project, older, *others, newer)
    changes, told, reports = taken(project, *coming, tmp_path=tmp_path)
    assert [status for status, _ in told] == ["added", "added", "added", "revised"]
    assert [one.shares_address for one in reports] == [False, True, True, False]
    assert told[0][1] == told[3][1]
    assert changes.title == f"Add 3 articles, revise “{newer[:9]}”"
    assert project.check() == []


def test_unlike_rows_do_not_all_revise_the_article_that_is_there(project, article, tmp_path):
    coming = rows(project, f"{TEXT} More.", "Prices rose by a third in May.")
    _, told, _ = taken(project, *coming, tmp_path=tmp_path)
    assert [status for status, _ in told] == ["revised", "added"]
    assert told[0][1] == article.id


def test_an_address_of_very_many_rows_is_not_asked_about_any_more(project, tmp_path, monkeypatch):
    asked = []

    def alike(prepared, desk):
        asked.append(prepared)

    monkeypatch.setattr(adding_handlers, "_AT_ONCE", 2)
    monkeypatch.setattr(adding_handlers, "MOST_FROM_ONE", 3)
    monkeypatch.setattr(adding_handlers, "article_alike_from_its_address", alike)
    coming = rows(project, *(f"Number {number}" * (number + 1) for number in range(9)))
    _, told, _ = taken(project, *coming, tmp_path=tmp_path)
    assert {status for status, _ in told} == {"added"}
    assert len(asked) == 3
