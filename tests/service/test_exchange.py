from __future__ import annotations

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from tests.examples import share
from tests.formats.round_trips import written
from tests.formats.sending import LABELS, article, highlight, projects, sent

from annotator.bootstrap import open_project
from annotator.core.exchange_errors import (
    UnclearOffsetsError,
    UnknownAnnotationsError,
)
from annotator.core.records import Codebook
from annotator.formats.project_jsonl import ProjectJsonlFormat
from annotator.service.annotation_planning import ImportWishes
from annotator.service.commands import RelabelHighlight, RemoveArticle, RemoveHighlights
from annotator.service.exchange import (
    convert,
    export_project,
    import_planned,
    plan_import,
    recognized,
    verify_file,
)
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.sending import Choice, ProjectSent

TEXT = "The dam burst. 😀 Nobody came.\nThe ministry denied it."
SMALL = sent(article(TEXT, highlight((4, 7), note="why"), highlight((15, 16), (17, 23), label=1)))


@pytest.fixture
def project(new_project, tmp_path):
    opened = open_project(new_project(tmp_path / "facts.factproj"), create=False)
    yield opened
    opened.close()


@pytest.fixture
def small(tmp_path):
    """A small project as JSON Lines."""
    written(ProjectJsonlFormat(), SMALL, tmp_path / "small.jsonl")
    return tmp_path / "small.jsonl"


def taken(project, path, **wishes):
    plan = plan_import(project.queries, project.surroundings, path, wishes=ImportWishes(**wishes))
    import_planned(project, plan, path)
    return plan.report.counts


def counted(counts):
    """The counts of highlights that are not zero."""
    names = ("added", "changed", "already_there", "kept", "removed_here", "homeless", "lost")
    return {name: counts[name] for name in names if counts[name]}


def rows(project):
    """All that is known of highlights, but for what is particular to one file."""
    labels = {one.id: one.key for one in project.queries.codebook().labels}
    people = {one.id: one.name for one in project.queries.reviewers()}
    return sorted(
        (one.id, one.spans, one.quote, labels[one.label_id], people[one.reviewer_id], one.modified,
         claim.note if claim else "")
        for summary in project.queries.articles()
        for one, claim in project.queries.sent_highlights(summary.article.id)
    )  # fmt: skip


def test_an_import_twice_adds_nothing_and_is_one_step(project, small):
    assert counted(taken(project, small)) == {"added": 2}
    before = rows(project)
    assert counted(taken(project, small)) == {"already_there": 2}
    assert rows(project) == before
    assert project.check() == []
    project.undo()
    assert (rows(project), project.queries.articles()) == ([], [])


def test_the_same_highlight_of_the_same_text_may_come_twice(project, tmp_path):
    line = {"text": TEXT, "labels": [[4, 7, "X"]]}
    (tmp_path / "twice.jsonl").write_text(f"{json.dumps(line)}\n" * 2, "utf-8")
    assert counted(taken(project, tmp_path / "twice.jsonl")) == {"added": 2}
    assert counted(taken(project, tmp_path / "twice.jsonl")) == {"already_there": 2}


def test_a_plan_writes_nothing(project, small):
    plan_import(project.queries, project.surroundings, small)
    assert project.queries.articles() == []
    assert project.queries.undo_title() is None


@given(made=projects())
@settings(max_examples=share(6))
def test_what_one_project_sends_another_has(made, new_project, tmp_path_factory):
    folder = tmp_path_factory.mktemp("two")
    written(ProjectJsonlFormat(), made, folder / "a.jsonl")
    first = open_project(new_project(folder / "one.factproj"), create=False)
    other = open_project(new_project(folder / "other.factproj"), create=False)
    try:
        taken(first, folder / "a.jsonl")
        export_project(
            first.queries,
            first.surroundings,
            folder / "b.jsonl",
            ExchangeOptions(format="project-jsonl"),
        )
        taken(other, folder / "b.jsonl")
        assert rows(other) == rows(first)
        assert counted(taken(first, folder / "b.jsonl")).keys() <= {"already_there"}
        assert (first.check(), other.check()) == ([], [])
    finally:
        first.close()
        other.close()


def edited(path, **values):
    """Have somebody alter each highlight of a file elsewhere."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for line in lines:
        if "quote" in line:
            line.update(values)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def first_id(project):
    return rows(project)[0][0]


def test_our_own_export_edited_elsewhere_comes_back_as_changes(project, small, tmp_path):
    taken(project, small)
    out = tmp_path / "out.jsonl"
    export_project(project.queries, project.surroundings, out, ExchangeOptions(format="jsonl"))
    edited(out, label="analyst_opinion", label_id="")
    assert counted(taken(project, out)) == {"changed": 2}
    assert {row[3] for row in rows(project)} == {"analyst_opinion"}
    project.undo()
    assert "analyst_opinion" not in {row[3] for row in rows(project)}


def test_what_changed_here_and_in_the_file_is_left_and_told(project, small):
    taken(project, small)
    project.execute(RelabelHighlight(first_id(project), "analyst_opinion"))
    assert counted(taken(project, small)) == {"already_there": 2}
    edited(small, label="humanitarian_concern", label_id="")
    plan = plan_import(project.queries, project.surroundings, small)
    assert plan.report.counts["kept"] == 1
    assert any("changed here" in one.what for one in plan.report.told)


def test_what_somebody_removed_does_not_come_again_but_what_was_undone_does(project, small):
    taken(project, small)
    project.execute(RemoveHighlights((first_id(project),)))
    assert counted(taken(project, small)) == {"removed_here": 1, "already_there": 1}
    project.undo()
    project.undo()
    assert counted(taken(project, small)) == {"added": 2}


def test_an_article_in_the_trash_comes_back_as_a_new_one(project, small):
    taken(project, small)
    project.execute(RemoveArticle(project.queries.articles()[0].article.id))
    counts = taken(project, small)
    assert counts["added"] == 2
    assert project.check() == []


def test_highlights_of_an_article_that_nobody_knows_are_told(project, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("title,quote,label\nNever seen,dam,official_claim\n", "utf-8")
    plan = plan_import(project.queries, project.surroundings, path)
    assert counted(plan.report.counts) == {"homeless": 1}
    assert "Never seen" in plan.report.told[0].what


def test_positions_that_could_mean_two_things_are_asked_after(project, tmp_path):
    path = tmp_path / "a.jsonl"
    line = {"text": "😀 a b c d e f g", "label": [[2, 3, "X"], [5, 6, "X"]]}
    path.write_text(json.dumps(line) + "\n", "utf-8")

    def planned(wishes=None):
        return plan_import(
            project.queries,
            project.surroundings,
            path,
            ExchangeOptions(format="jsonl"),
            wishes=wishes,
        )

    plan = planned()
    with pytest.raises(UnclearOffsetsError, match="--offsets"):
        import_planned(project, plan, path)
    named = [one.reading for one in plan.report.alternatives]
    assert {one.unit.value for one in named} >= {"code-points", "utf-16"}
    plan = planned(ImportWishes(reading=named[-1]))
    import_planned(project, plan, path)
    assert plan.report.counts["added"] == 2


def test_only_what_fits_a_search_is_sent(project, small, tmp_path):
    taken(project, small)
    out = tmp_path / "out.jsonl"
    report = export_project(
        project.queries,
        project.surroundings,
        out,
        ExchangeOptions(format="jsonl"),
        choice=Choice(search="has:note"),
    )
    assert report.highlights == 1


def test_an_export_tells_what_it_loses(project, small, tmp_path):
    taken(project, small)
    report = export_project(
        project.queries, project.surroundings, tmp_path / "o.csv", ExchangeOptions(format="csv")
    )
    assert {one.what: one.count for one in report.losses}["texts of articles"] == 1


def test_a_file_is_verified_slice_by_slice(project, small, tmp_path):
    assert verify_file(small, project.surroundings)[1].number == 0
    edited(small, quote="something else")
    form, verdict = verify_file(small, project.surroundings)
    assert (form.name, verdict.number > 0) == ("project-jsonl", True)
    assert any("something else" in one.message for one in verdict.problems)


def test_one_format_becomes_another_with_the_labels_that_are_used(small, tmp_path):
    plan, report = convert(
        small,
        tmp_path / "out.csv",
        ExchangeOptions(format="csv"),
        open_project=lambda path: open_project(path, create=True),
    )
    assert (plan.report.counts["added"], report.highlights) == (2, 2)
    assert LABELS[0].key in (tmp_path / "out.csv").read_text("utf-8-sig")


def test_what_is_in_no_format_is_told(project, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Nothing of the kind.", "utf-8")
    with pytest.raises(UnknownAnnotationsError, match="--format"):
        recognized(path, project.surroundings.formats())


def test_a_plan_tells_what_each_label_becomes_and_what_somebody_says_goes_first(project, small):
    def meant(**wishes):
        chosen = ImportWishes(**wishes)
        plan = plan_import(project.queries, project.surroundings, small, wishes=chosen)
        return {theirs: ours.key for theirs, ours in plan.report.meant.items()}

    first, second = (label.name for label in LABELS[:2])
    assert set(meant()) == {first, second}
    said = meant(labels=((first, "analyst_opinion"),))
    assert said == {first: "analyst_opinion", second: meant()[second]}


def test_a_project_is_read_beside_itself(project, small):
    taken(project, small)
    with project.reading_beside() as queries:
        assert len(list(queries.highlights())) == 2


def test_labels_that_are_chosen_go_out_with_those_above_them():
    queries = SimpleNamespace(
        codebook=lambda: Codebook(1, "", (*LABELS, replace(LABELS[0], id="x")))
    )
    sending = ProjectSent(queries, Choice(label_ids=frozenset({LABELS[1].id})))
    assert sending.codebook.labels == LABELS
