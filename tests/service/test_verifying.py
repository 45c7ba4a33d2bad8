"""What verifying a file finds: one field is changed, and the place of it is told."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.formats.round_trips import written
from tests.formats.sending import article, highlight, sent

from annotator.cli import program
from annotator.cli.session import Windows
from annotator.formats.jsonl import JsonlFormat
from annotator.formats.prodigy import ProdigyFormat
from annotator.formats.project_jsonl import ProjectJsonlFormat
from annotator.formats.separated_values import CsvFormat, TsvFormat
from annotator.formats.w3c_annotation import W3cAnnotationFormat
from annotator.service.exchange_identity import content_digest
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.verifying import verify

TEXT = "The dam burst. 😀 Nobody came.\nThe ministry denied it, é and all."
SMALL = sent(
    article(TEXT, highlight((15, 23), note="why"), highlight((24, 29), (34, 42), label=1)),
    article("Another text 😀 of words.", highlight((8, 14), reviewer=1), name="b"),
)
WHOLE, PARTS = "whole", "parts"


def verified(form, path):
    return verify(form.read(path, ExchangeOptions()))


def changed(form, tmp_path, kind, **fields):
    """Write a file, change fields of one line, verify it; return the verdict and the place."""
    path = tmp_path / "changed.jsonl"
    written(form, SMALL, path)
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    wanted = {
        WHOLE: lambda one: one.get("end") == 23,
        PARTS: lambda one: "spans" in one,
        "label": lambda one: one.get("type") == "label" and one["parent_id"],
    }[kind]
    number, line = next((n, one) for n, one in enumerate(lines, 1) if wanted(one))
    line.update(fields)
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), "utf-8")
    return verified(form, path), f"line {number}"


def assert_found(verdict, place):
    assert verdict.number, "nothing was found"
    assert {one.place for one in verdict.problems} == {place}, verdict.problems
    assert all(one.message.kind or one.message.error for one in verdict.problems)


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        *((WHOLE, name, value)
          for name in ("start_utf16", "end_utf16", "start_utf8", "end_utf8")
          for value in (3, "x", None, -1)),
        (WHOLE, "label_id", "none"),
        (WHOLE, "label", "humanitarian_concern"),
        (WHOLE, "reviewer", "Nobody"),
        (WHOLE, "reviewer", "Bo"),
        (WHOLE, "reviewer_id", "none"),
        (WHOLE, "article_id", "none"),
        (WHOLE, "text_sha256", "0" * 64),
        (WHOLE, "cue", (500, 510)),
        (WHOLE, "prefix", "other"),
        (WHOLE, "suffix", "other"),
        (WHOLE, "quote", "other"),
        (PARTS, "quote", "other"),
        (PARTS, "start", 23),
        (PARTS, "end", 43),
        ("label", "parent_id", "none"),
        (WHOLE, "title", "Another"),
        (WHOLE, "id", "0a1b2c3d-0000-4000-8000-00000000000x"),
        (WHOLE, "created", "yesterday"),
        (WHOLE, "modified", "2026-13-04T05:06:07.890Z"),
        (WHOLE, "sentences", [7]),
        (WHOLE, "lost_qoute", "words"),
        (WHOLE, "claim", {"confidence": "sure"}),
        (WHOLE, "claim", {"verdict": "Halv true"}),
        (WHOLE, "claim", {"id": "none"}),
        (WHOLE, "claim", {"evidence": [{"stance": "perhaps"}]}),
    ],
)  # fmt: skip
def test_a_changed_field_is_found_in_its_line(tmp_path, kind, name, value):
    verdict, place = changed(ProjectJsonlFormat(), tmp_path, kind, **{name: value})
    assert_found(verdict, place)


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        (WHOLE, "end", 24),
        (WHOLE, "quote", "other"),
        (WHOLE, "end_utf16", 99),
        (WHOLE, "start_utf8", "x"),
        (PARTS, "start", 0),
        (PARTS, "quote", "other"),
        (PARTS, "quotes", ("Nobod", "ministry")),
        (PARTS, "quotes", ("came.", "ministrx")),
    ],
)
def test_what_needs_no_text_is_found_without_one(tmp_path, kind, name, value):
    verdict, place = changed(JsonlFormat(), tmp_path, kind, **{name: value})
    assert_found(verdict, place)
    assert verdict.quotes == 0


@pytest.mark.parametrize(
    "form", [ProjectJsonlFormat(), JsonlFormat(), CsvFormat(), TsvFormat(), W3cAnnotationFormat()]
)
def test_what_was_written_is_right_and_uncompared_quotes_are_counted(tmp_path, form):
    path = tmp_path / f"file{form.suffixes[0]}"
    written(form, SMALL, path)
    verdict = verified(form, path)
    assert (verdict.number, verdict.quotes + verdict.textless) == (0, 3), verdict.problems
    assert bool(verdict.textless) == (form.name != "project-jsonl")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Olena", "Olga"),
        ("label_name", "lable_name"),
        ("Official claim", "Officious claim"),
        ("2026-03-04T06", "2026-30-04T06"),
    ],
)
def test_what_a_table_says_twice_is_compared(tmp_path, old, new):
    path = tmp_path / "file.csv"
    made = sent(article(TEXT, highlight((15, 23)), highlight((24, 29), (34, 42))))
    written(CsvFormat(), made, path)
    text = path.read_text("utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert verified(CsvFormat(), path).number


@pytest.mark.parametrize("end", [6, 8])
def test_an_end_that_moved_over_a_space_is_told(tmp_path, end):
    form, path = ProdigyFormat(), tmp_path / "file.jsonl"
    written(form, sent(article("one two three.", highlight((4, 7)))), path)
    path.write_text(path.read_text("utf-8").replace('"end": 7', f'"end": {end}'), "utf-8")
    (found,) = verified(form, path).problems
    assert "not “" in found.message


def test_a_quote_in_a_table_that_is_not_as_long_as_its_place_is_found(tmp_path):
    path = tmp_path / "file.csv"
    written(CsvFormat(), SMALL, path)
    path.write_text(path.read_text("utf-8-sig").replace("😀 Nobody", "😀 Nobodies"), "utf-8")
    verdict = verified(CsvFormat(), path)
    assert verdict.number == 1
    assert verdict.problems[0].place


def test_what_is_said_twice_is_no_part_of_what_an_import_remembers(tmp_path):
    path = tmp_path / "file.jsonl"
    written(ProjectJsonlFormat(), SMALL, path)
    first = next(iter(ProjectJsonlFormat().read(path, ExchangeOptions()).items())).highlights[0]
    assert first.beside is not None
    assert content_digest(first) == content_digest(replace(first, beside=None))


def test_the_command_line_says_that_no_text_was_at_hand(tmp_path, capsys):
    path = tmp_path / "file.jsonl"
    written(JsonlFormat(), SMALL, path)
    windows = Windows(require=lambda: None, open=lambda _path: 0, picture=lambda *_both: None)
    command = ["verify", str(path), "--project", str(tmp_path / "none.factproj")]
    assert program.main(command, windows) == 0
    told = capsys.readouterr().out
    assert "3 quotes could not be compared" in told
    assert "--project" in told
