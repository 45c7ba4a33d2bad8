from __future__ import annotations

import json
from dataclasses import replace
from types import SimpleNamespace
from uuid import UUID

import pytest
from hypothesis import given, settings
from tests.examples import share
from tests.formats.round_trips import written
from tests.formats.sending import CODEBOOK, LABELS, article, highlight, projects, sent
from tests.service.newer_copies import revised

from annotator.bootstrap import open_project
from annotator.core.exchange_errors import (
    UnclearOffsetsError,
    UnknownAnnotationsError,
)
from annotator.core.records import Codebook
from annotator.core.span import Span
from annotator.formats.brat import BratFormat
from annotator.formats.label_studio import LabelStudioFormat
from annotator.formats.project_jsonl import ProjectJsonlFormat
from annotator.formats.refi_codebook import RefiCodebookFormat
from annotator.formats.refi_qda import RefiQdaFormat
from annotator.service.annotation_planning import ImportWishes
from annotator.service.codebook_commands import SetGuideline
from annotator.service.commands import (
    RelabelHighlight,
    RemoveArticle,
    RemoveHighlights,
    ToggleReviewed,
)
from annotator.service.exchange import (
    convert,
    export_project,
    import_planned,
    plan_import,
    recognized,
    verify_file,
)
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.exporting import format_named
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


def found(project, query):
    return {hit.highlight_id for hit in project.queries.search(query)}


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


TOP, CLAIM = LABELS
# What holds a codebook, holds all of it.
WHOLE = (
    ProjectJsonlFormat(),
    BratFormat(),
    RefiQdaFormat(),
    RefiCodebookFormat(),
    LabelStudioFormat(),
)
CUSTOM = tuple(
    replace(label, id=str(UUID(int=number + 1)), key=key, **values)
    for number, (label, key, values) in enumerate((
        (TOP, "Rumor-mill", {"name": "Rumor", "letter": "ß", "line_style": "wavy", "shortcut": "r",
                             "tests": ("Who says so?", ""), "edge_cases": ("Jokes",),
                             "examples": ("They say …",), "fields": ("speaker", "note")}),
        (CLAIM, "hearsay", {"name": "Rumor", "letter": "Q", "parent_id": str(UUID(int=1)),
                            "color_light": "#112233", "color_dark": "#DDEEFF"}),
        (TOP, "unused", {"name": "Not used", "letter": "Z", "definition": "Of nothing yet."}),
        (TOP, "aside", {"name": "Put aside", "letter": "Q", "archived": True}),
    ))
)  # fmt: skip


@pytest.mark.parametrize("form", WHOLE, ids=lambda one: one.name)
@pytest.mark.parametrize("labels", [CUSTOM, CUSTOM[::-1]], ids=["parents first", "children first"])
def test_a_project_s_labels_come_with_all_that_was_said_of_them(project, tmp_path, labels, form):
    book = replace(SMALL.codebook, labels=labels)
    one = article(TEXT, highlight((4, 7)))
    tagged = replace(one, made=(replace(one.made[0], label=CUSTOM[1]),))
    path = tmp_path / f"a{form.suffixes[0]}"
    written(form, replace(sent(tagged), codebook=book), path)
    built_in = project.queries.codebook()
    taken(project, path)
    now = project.queries.codebook()
    came = [now.label(label.key) for label in labels]
    assert [one and replace(one, position=0) for one in came] == [
        replace(label, position=0) for label in labels
    ]
    assert [one.position for one in came] == sorted(one.position for one in came)
    assert (now.labels[: len(built_in.labels)], now.guideline) == (
        built_in.labels, built_in.guideline)  # fmt: skip
    assert project.check() == []


def test_a_guideline_that_is_not_taken_is_told_of_once(project, small):
    def remarks():
        told = plan_import(project.queries, project.surroundings, small).report.told
        return [one.what for one in told if "guideline" in one.what]

    assert len(remarks()) == 1
    project.execute(SetGuideline(SMALL.codebook.guideline))
    assert remarks() == []


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


def test_every_highlight_that_is_read_is_told_by_how_it_was_found(project, tmp_path):
    filler = " ".join(f"Word{number} of {number * 7}." for number in range(400))
    text = (
        f"The dam burst at noon. {filler} The dam burst again, they said in town. It burst at noon."
    )
    last = text.rindex("burst at noon")
    spans = {
        "at its place": [(4, 13, "dam burst"), (4, 7, None)],
        "by its words": [(0, 6, "Word77"), (90_000, 90_004, "town")],
        "nearest of several": [
            (last - 9, last, "burst at noon"),
            (999, 1002, "dam"),
            (0, 1, "burst"),
        ],
        "by like words": [(last - 60, last, "The dam bursts again, they said in town")],
        "nowhere": [(5, 5, None), (90_000, 90_009, None), (3, 9, "quixotic walruses")],
    }
    rows = [
        {"start": start, "end": end, "label": "X", **({"quote": quote} if quote else {})}
        for found in spans.values()
        for start, end, quote in found
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"text": text, **row}) + "\n" for row in rows), "utf-8")
    plan = plan_import(project.queries, project.surroundings, path, ExchangeOptions(format="jsonl"))
    report = plan.report
    assert dict(report.found) == {stage: len(found) for stage, found in spans.items()}
    assert report.found.total() == report.counts["highlights"] == report.counts["added"]
    import_planned(project, plan, path)
    kept = [one for summary in project.queries.articles()
            for one, _ in project.queries.sent_highlights(summary.article.id)]  # fmt: skip
    assert len(kept) == len(rows)
    waiting = report.counts["ambiguous"] + report.counts["lost"]
    assert sum(one.unplaced is not None for one in kept) == waiting == 4


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


def test_what_no_format_was_asked_for_is_told_too(project, small, tmp_path):
    taken(project, small)
    (summary,) = project.queries.articles()
    project.execute(ToggleReviewed(summary.article.id, (Span(0, 3),)))
    lost = {}
    for name in ("refi-codebook", "project-jsonl"):
        options = ExchangeOptions(format=name)
        report = export_project(project.queries, project.surroundings, tmp_path / name, options)
        lost[name] = {one.what: one.count for one in report.losses}
    count = len(list(project.queries.sent_highlights(summary.article.id)))
    assert (lost["refi-codebook"]["articles"], lost["refi-codebook"]["highlights"]) == (1, count)
    assert lost["project-jsonl"] == {"stretches reviewed as needing no label": 1}


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


def test_an_exchange_there_and_back_is_a_change_and_no_conflict(new_project, small, tmp_path):
    ours = open_project(new_project(tmp_path / "ours.factproj"), create=False)
    theirs = open_project(new_project(tmp_path / "theirs.factproj"), create=False)
    whole = ExchangeOptions(format="project-jsonl")
    try:
        taken(ours, small)
        ours.execute(RelabelHighlight(first_id(ours), "analyst_opinion"))
        export_project(ours.queries, ours.surroundings, tmp_path / "a.jsonl", whole)
        taken(theirs, tmp_path / "a.jsonl")
        theirs.execute(RelabelHighlight(first_id(theirs), "official_claim"))
        export_project(theirs.queries, theirs.surroundings, tmp_path / "b.jsonl", whole)
        assert counted(taken(ours, tmp_path / "b.jsonl")).get("kept", 0) <= 1
    finally:
        ours.close()
        theirs.close()


def test_two_reviewers_of_one_text_keep_their_highlights_apart(project, tmp_path):
    path = tmp_path / "a.jsonl"
    line = {"text": TEXT, "label": [[4, 7, "X"]]}
    path.write_text(json.dumps(line) + "\n", "utf-8")
    for name in ("Olena", "Max", "Max"):
        plan = plan_import(
            project.queries, project.surroundings, path, wishes=ImportWishes(reviewer=name)
        )
        import_planned(project, plan, path)
    assert sorted(row[4] for row in rows(project)) == ["Max", "Olena"]


def test_a_file_of_a_text_that_was_revised_since_adds_nothing(project, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, "label": [[4, 7, "X"]]}) + "\n", "utf-8")
    taken(project, path)
    (summary,) = project.queries.articles()
    revised(project, summary.article, "Yesterday. " + TEXT)
    assert counted(taken(project, path)) == {"already_there": 1}
    assert len(project.queries.articles()) == 1


def test_what_waits_for_a_place_is_no_damage(project, small, tmp_path):
    taken(project, small)
    path = tmp_path / "a.csv"
    path.write_text("title,quote,label\nThe dam,nowhere at all,official_claim\n", "utf-8")
    assert counted(taken(project, path)) == {"added": 1, "lost": 1}
    assert project.check() == []


def test_an_article_that_came_again_is_known_the_next_time(project, small):
    taken(project, small)
    project.execute(RemoveArticle(project.queries.articles()[0].article.id))
    assert counted(taken(project, small)) == {"added": 2}
    assert counted(taken(project, small)) == {"already_there": 2}


def test_a_label_lies_below_one_that_is_new_as_well(project, tmp_path):
    path = tmp_path / "a.qdpx"
    child = replace(LABELS[1], id=LABELS[1].id[:-1] + "0", key="below", name="Below")
    above = replace(LABELS[0], id=LABELS[0].id[:-1] + "0", key="above", name="Above")
    book = replace(CODEBOOK, labels=(above, replace(child, parent_id=above.id)))
    made = highlight((4, 7), label=1)
    made = replace(made, label=book.labels[1], highlight=replace(made.highlight, label_id=child.id))
    written(RefiQdaFormat(), replace(sent(article(TEXT, made)), codebook=book), path)
    taken(project, path)
    assert {one.name for one in project.queries.codebook().labels} >= {"Below"}


@pytest.mark.parametrize("name", ["jsonl", "csv", "doccano", "argilla", "prodigy", "spacy"])
def test_an_export_of_nothing_is_a_file_of_its_format(project, tmp_path, name):
    form = format_named(name, project.surroundings.formats())
    target = tmp_path / f"empty{form.suffixes[0]}"
    export_project(project.queries, project.surroundings, target, ExchangeOptions(format=name))
    assert verify_file(target, project.surroundings)[1].number == 0


def test_labels_that_are_chosen_go_out_with_those_above_them():
    queries = SimpleNamespace(
        codebook=lambda: Codebook(1, "", (*LABELS, replace(LABELS[0], id="x")))
    )
    sending = ProjectSent(queries, Choice(label_ids=frozenset({LABELS[1].id})))
    assert sending.codebook.labels == LABELS


def test_what_the_last_import_brought_can_be_searched_for(project, small, tmp_path):
    taken(project, small)
    first = found(project, "is:just-imported")
    assert len(first) == 2
    other = sent(article("Another text.", highlight((0, 7)), name="b", url=""))
    written(ProjectJsonlFormat(), other, tmp_path / "b.jsonl")
    taken(project, tmp_path / "b.jsonl")
    later = found(project, "is:just-imported")
    assert later
    assert not later & first
    assert found(project, "-is:just-imported") >= first
