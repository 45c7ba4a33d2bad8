"""What of a file is here already, whatever the format: the laws of coming back."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from json import dumps, loads

import pytest
from tests.formats.round_trips import written
from tests.formats.sending import article, highlight, sent
from tests.service.newer_copies import revised

from annotator.bootstrap import open_project
from annotator.core.exchange_errors import (
    MisunderstoodSearchError,
    UnknownAnnotationsError,
    UnmetLabelError,
)
from annotator.core.request_errors import UnknownFormVariantError, UnknownLabelError
from annotator.formats.project_jsonl import ProjectJsonlFormat
from annotator.service.annotation_planning import ImportWishes
from annotator.service.codebook_commands import ChangeLabel
from annotator.service.exchange import export_project, import_planned, plan_import
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.remarks import Remark
from annotator.service.sending import Choice

TEXT = "The dam burst. 😀 Nobody came.\nThe ministry denied it.\n\nThe dam held."
RICH = sent(
    article(
        TEXT,
        highlight((0, 13), note="why", speaker="Ministry"),
        highlight((4, 7), label=1),
        highlight((4, 7), label=1),
        highlight((4, 7), reviewer=1),
        highlight((15, 16), (17, 23), label=1, note="both"),
        highlight((30, 53), reviewer=1, note="whole"),
        highlight((55, 62)),
    ),
    article("Elsewhere nothing happened.", highlight((0, 9)), name="b", title="B", url=""),
)
FORMATS = (
    "argilla", "brat", "conll", "csv", "doccano", "hugging-face", "jsonl", "label-studio",
    "ner-annotator", "prodigy", "project-jsonl", "refi-qda", "spacy", "tsv", "uima-json",
    "w3c-annotation", "xlsx",
)  # fmt: skip
VARIANTS = (
    ("conll", "bilou"), ("conll", "iob1"), ("doccano", "no-overlap"), ("doccano", "relation"),
    ("hugging-face", "tokens"), ("refi-qda", "nvivo"),
)  # fmt: skip
WAYS = [(name, "") for name in FORMATS] + list(VARIANTS)


@pytest.fixture(scope="module")
def prepared(new_project, tmp_path_factory):
    """The file of a project that has all of the highlights."""
    folder = tmp_path_factory.mktemp("prepared")
    opened = open_project(new_project(folder / "facts.factproj"), create=False)
    written(ProjectJsonlFormat(), RICH, folder / "rich.jsonl")
    import_planned(opened, planned(opened, folder / "rich.jsonl"), folder / "rich.jsonl")
    opened.close()
    return folder / "facts.factproj"


@pytest.fixture
def project(prepared, tmp_path):
    opened = open_project(shutil.copy(prepared, tmp_path / "facts.factproj"), create=False)
    yield opened
    opened.close()


def planned(project, path, **options):
    return plan_import(project.queries, project.surroundings, path, ExchangeOptions(**options))


def exported(project, path, name, variant=""):
    export_project(
        project.queries, project.surroundings, path, ExchangeOptions(variant, format=name)
    )


def counted(report):
    """The counts that are not zero, but for what is only told of files."""
    beside = {"highlights", "articles_there", "left_out", "unnamed"}
    return {name: count for name, count in report.counts.items() if count and name not in beside}


def test_every_format_that_goes_both_ways_is_tried(project):
    both = {one.name for one in project.surroundings.formats() if one.reads and one.writes}
    assert both - {"refi-codebook"} == set(FORMATS)


def test_our_own_export_is_here_already(project, tmp_path):
    for name, variant in WAYS:
        path = tmp_path / f"{name} {variant}"
        exported(project, path, name, variant)
        plan = planned(project, path, format=name)
        assert counted(plan.report).keys() == {"already_there"}, (name, variant)
        assert (plan.report.labels, plan.report.reviewers, plan.writes) == ((), (), 0)
        assert plan.report.told == [], (name, variant)


def relabeled(value):
    """A JSON value in which what was an official claim is an analyst's opinion."""
    if isinstance(value, dict):
        return {name: relabeled(one) for name, one in value.items()}
    if isinstance(value, list):
        return [relabeled(one) for one in value]
    return "analyst_opinion" if value == "official_claim" else value


def relabel(path):
    """Have a tool give another label to the only highlight of the shorter article."""
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        text = file.read_bytes().decode() if file.suffix not in {".conf", ".xml"} else ""
        whole = file.suffix == ".json" or (text[:1] in {"[", "{"} and "\n" in text.strip())
        if whole and text[:1] == "[":
            items = [one if "Elsewhere" not in str(one) else relabeled(one) for one in loads(text)]
            file.write_text(dumps(items), "utf-8")
        elif text:
            lines = map(relabeled_line, text.split("\n"))
            file.write_text("\n".join(lines), "utf-8", newline="")


def relabeled_line(line):
    if "Elsewhere" not in line:
        return line
    if line.startswith("{") and line.rstrip().endswith("}"):
        return dumps(relabeled(loads(line)))
    return line.replace("official_claim", "analyst_opinion")


CHANGEABLE = (
    "argilla", "brat", "conll", "csv", "doccano", "jsonl", "label-studio", "prodigy",
    "project-jsonl", "spacy", "tsv",
)  # fmt: skip


def test_a_label_altered_elsewhere_comes_back_as_a_change(project, tmp_path):
    wanted = project.queries.codebook().label("analyst_opinion").id
    for name in CHANGEABLE:
        exported(project, tmp_path / name, name)
        relabel(tmp_path / name)
        plan = planned(project, tmp_path / name, format=name)
        counts = counted(plan.report)
        assert (counts.keys(), counts["changed"]) == ({"changed", "already_there"}, 1), name
        (article_,) = [one for one in plan if any(each.change for each in one.highlights)]
        assert [one.label_id for one in article_.highlights] == [wanted], name


def taken(project, path, name="", **wishes):
    plan = plan_import(
        project.queries,
        project.surroundings,
        path,
        ExchangeOptions(format=name),
        wishes=ImportWishes(**wishes),
    )
    import_planned(project, plan, path)
    return counted(plan.report)


def test_regions_without_meta_keep_all_that_they_do_not_tell(project, tmp_path):
    exported(project, tmp_path / "out", "label-studio")
    tasks = loads((tmp_path / "out" / "tasks.json").read_text("utf-8"))
    for result in (one for task in tasks for made in task["annotations"] for one in made["result"]):
        result.pop("meta", None)
    (tmp_path / "out" / "tasks.json").write_text(dumps(tasks), "utf-8")
    assert counted(planned(project, tmp_path / "out").report) == {"already_there": 8}


def test_a_second_equal_highlight_is_the_second_one_here_and_a_third_is_new(project, tmp_path):
    spans = [[4, 7, "humanitarian_concern"]] * 3
    line = {"classes": [], "annotations": [[TEXT, {"entities": spans}]]}
    (tmp_path / "a.json").write_text(dumps(line), "utf-8")
    assert taken(project, tmp_path / "a.json") == {"already_there": 2, "added": 1}
    assert taken(project, tmp_path / "a.json") == {"already_there": 3}


def test_somebody_else_s_equal_highlight_is_another_one(project, tmp_path):
    line = {"classes": [], "annotations": [[TEXT, {"entities": [[0, 13, "official_claim"]]}]]}
    (tmp_path / "a.json").write_text(dumps(line), "utf-8")
    assert taken(project, tmp_path / "a.json", reviewer="Bo") == {"added": 1}
    assert taken(project, tmp_path / "a.json", reviewer="Bo") == {"already_there": 1}


def test_a_renamed_document_is_the_same_article_with_the_same_highlights(project, tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "first.txt").write_text("A new text.", "utf-8")
    (folder / "first.ann").write_text("T1\tClaim 2 5\tnew\nT2\tClaim 6 10\n", "utf-8")
    assert taken(project, folder) == {"articles_added": 1, "added": 2}
    for end in ("txt", "ann"):
        (folder / f"first.{end}").rename(folder / f"second.{end}")
    assert taken(project, folder) == {"already_there": 2}


def table(project, path, **altered):
    """Export a table and alter cells of the row that quotes "Elsewhere"."""
    exported(project, path, "csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["quote"] == "Elsewhere":
            row.update(altered)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("label_name", "Humanitarian concern"),
        ("label_name", "Rumor"),
        ("reviewer", "Bo"),
        ("reviewer", "Somebody new"),
    ],
)
def test_a_name_altered_in_a_table_is_meant_though_the_key_beside_it_stands(
    project, tmp_path, column, value
):
    path = table(project, tmp_path / "a.csv", **{column: value})
    assert taken(project, path) == {"changed": 1, "already_there": 7}
    (one,) = [one for one in project.queries.highlights() if one.quote == "Elsewhere"]
    label = project.queries.codebook().label_by_id(one.label_id)
    people = {each.id: each.name for each in project.queries.reviewers()}
    assert value in {label.name, people[one.reviewer_id]}
    assert taken(project, path) == {"already_there": 8}


def test_a_label_that_was_renamed_here_is_no_edit_of_the_file(project, tmp_path):
    path = table(project, tmp_path / "a.csv")
    label = project.queries.codebook().label("official_claim")
    project.execute(ChangeLabel(label.id, (("name", "What they say"),)))
    assert taken(project, path) == {"already_there": 8}


def test_what_loses_its_place_by_a_change_is_counted_among_the_unplaced(project, tmp_path):
    path = table(project, tmp_path / "a.csv", quote="nowhere", start="", end="")
    assert taken(project, path) == {"changed": 1, "lost": 1, "already_there": 7}


def test_places_altered_in_a_table_count_in_the_text_that_it_was_made_of(project, tmp_path):
    path = table(project, tmp_path / "a.csv", start="10", end="17", quote="nothing")
    (article_,) = [one.article for one in project.queries.articles() if one.article.title == "B"]
    revised(project, article_, "Yesterday: nothing. Elsewhere nothing happened.")
    assert taken(project, path) == {"changed": 1, "already_there": 7}
    (one,) = [one for one in project.queries.highlights() if one.article_id == article_.id]
    assert (one.quote, one.unplaced) == ("nothing", None)


def test_undo_takes_the_reviewers_that_an_import_brought_and_redo_brings_them_back(
    project, tmp_path
):
    def known():
        return {one.name for one in project.queries.reviewers()}

    line = {"text": "A new text.", "label": [[2, 5, "Claim"]]}
    (tmp_path / "a.jsonl").write_text(dumps(line), "utf-8")
    taken(project, tmp_path / "a.jsonl", reviewer="Max")
    assert {"Max", "Bo"} <= known()
    project.undo()
    assert ("Max" in known(), "Bo" in known(), project.check()) == (False, True, [])
    project.redo()
    assert ("Max" in known(), project.check()) == (True, [])


def test_labels_that_only_signs_keep_apart_are_told_to_be_one(project, tmp_path):
    line = {"text": "A new text.", "label": [[2, 5, "A-B"], [2, 5, "A_B"], [2, 5, "C"]]}
    (tmp_path / "a.jsonl").write_text(dumps(line), "utf-8")
    (told,) = planned(project, tmp_path / "a.jsonl").report.told
    assert (told.what.kind, told.what.fields) == (
        Remark.ONE_LABEL,
        {"theirs": "“A-B”, “A_B”", "label": "A-B"},
    )


def test_what_a_codebook_says_otherwise_is_told(project, tmp_path):
    labels = tuple(
        replace(one, definition="Else.", color_light="#123456") if not number else one
        for number, one in enumerate(RICH.codebook.labels)
    )
    book = replace(RICH.codebook, labels=labels, verdicts=("True", "So so"), guideline="Other.")
    written(ProjectJsonlFormat(), replace(RICH, codebook=book), tmp_path / "other.jsonl")
    told = planned(project, tmp_path / "other.jsonl").report.told
    kinds = {one.what.kind: str(one.what) for one in told}
    assert kinds.keys() == {
        Remark.GUIDELINE,
        Remark.OTHER_VERDICTS,
        Remark.OTHER_DEFINITION,
        Remark.OTHER_COLOR,
    }
    assert "“So so”" in kinds[Remark.OTHER_VERDICTS]


def test_what_names_nothing_is_refused_with_what_there_is(project, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(dumps({"text": "A new text.", "label": [[2, 5, "Claim"]]}), "utf-8")
    with pytest.raises(UnknownFormVariantError, match="no-overlap or relation"):
        planned(project, path, variant="sideways")
    with pytest.raises(UnmetLabelError, match="its labels are “Claim”"):
        taken(project, path, labels=(("Clam", "official_claim"),))
    with pytest.raises(UnknownLabelError, match="official_claim"):
        taken(project, path, labels=(("Claim", "oficial"),))
    assert taken(project, path, labels=(("claim", "Official claim"),))["added"] == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "von,bis,body,was\n2,5,A new text.,Claim\n"),
        ("a.tsv", "von\tbis\tbody\twas\n2\t5\tA new text.\tClaim\n"),
        ("a.json", '[{"von": 2, "bis": 5, "body": "A new text.", "was": "Claim"}]'),
        ("a.txt", '{"von": 2, "bis": 5, "body": "A new text.", "was": "Claim"}\n'),
    ],
)
def test_who_says_what_columns_hold_need_not_name_the_format(project, tmp_path, name, text):
    (tmp_path / name).write_text(text, "utf-8")
    mapping = (("start", "von"), ("end", "bis"), ("text", "body"), ("label", "was"))
    report = planned(project, tmp_path / name, mapping=mapping).report
    assert counted(report) == {"articles_added": 1, "added": 1}
    with pytest.raises(UnknownAnnotationsError):
        planned(project, tmp_path / name)


def test_a_search_that_names_nothing_lists_what_there_is(project, tmp_path):
    with pytest.raises(MisunderstoodSearchError, match="There are official_claim, analyst_opinion"):
        export_project(
            project.queries,
            project.surroundings,
            tmp_path / "a.csv",
            ExchangeOptions(format="csv"),
            choice=Choice(search="label:rumor"),
        )
