from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.service.bundle.contents import project, repacked, resealed, uuid

from annotator.service.bundle.content import BundleOptions, Scope
from annotator.service.bundle.verifying import verify_bundle
from annotator.service.bundle.writing import write_bundle


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    target = tmp_path_factory.mktemp("sent") / "a.annobundle"
    write_bundle(target, project())
    return target


def told(path):
    verdict = verify_bundle(path)
    assert verdict.number == len(verdict.problems)
    return [f"{one.place}: {one.message}" for one in verdict.problems]


def line_altered(number, alter):
    """Alter one line of a member as what it holds, and write it as everything is written."""

    def altered(data):
        lines = data.decode().splitlines()
        held = json.loads(lines[number])
        alter(held)
        lines[number] = json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return "".join(f"{line}\n" for line in lines).encode()

    return altered


def in_selector(place, key, value):
    def alter(line):
        line["target"]["selector"][place][key] = value

    return alter


ANNOTATIONS = "annotations.jsonl"
WRONG = {
    "quote": (ANNOTATIONS, in_selector(1, "exact", "Dam"), "reads"),
    "prefix": (ANNOTATIONS, in_selector(1, "prefix", "Dam"), "other words around it"),
    "outside": (ANNOTATIONS, in_selector(0, "end", 9_999), "outside of the text"),
    "label": (
        ANNOTATIONS,
        lambda line: line["body"][0].update(source=f"urn:uuid:{uuid(77)}"),
        f"there is no label {uuid(77)}",
    ),
    "claim": (
        ANNOTATIONS,
        lambda line: line.update({"x:claim": f"urn:uuid:{uuid(78)}"}),
        f"there is no claim {uuid(78)}",
    ),
    "name": (
        ANNOTATIONS,
        lambda line: line["creator"].update(name="Somebody"),
        "“Somebody” is called “Ахмед”",
    ),
    "revision": (ANNOTATIONS, lambda line: line.update({"x:rev": 2}), "not written as"),
    "version": (ANNOTATIONS, lambda line: line.update({"x:version": {uuid(1): 0}}), "version"),
    "ahead": (
        ANNOTATIONS,
        lambda line: line.update({"x:dots": {"label": {uuid(1): 9}}}),
        "does not know of",
    ),
    "id": (ANNOTATIONS, lambda line: line.update(id="urn:uuid:1"), "no UUID"),
    "time": (ANNOTATIONS, lambda line: line.update(modified="yesterday"), "“modified”"),
    "newer": (
        ANNOTATIONS,
        lambda line: line.update(modified="2027-01-01T00:00:00Z"),
        "newer than it says",
    ),
    "reviewer": (
        "reviews.jsonl",
        lambda line: line["made"].update(reviewer=uuid(79)),
        f"there is no reviewer {uuid(79)}",
    ),
    "kind of value": ("claims.jsonl", lambda line: line.update(speaker=7), "“speaker”"),
    "lacking": ("claims.jsonl", lambda line: line.pop("speaker"), "does not tell its “speaker”"),
    "alive": ("tombstones.jsonl", lambda line: line.update(removals=[{uuid(1): 1}]), "removed"),
    "sentences": (
        "articles.jsonl",
        lambda line: line["texts"][0].update(sentence_ends=[[7]]),
        "ends of its sentences",
    ),
    "text": ("articles.jsonl", lambda line: line.update(texts=[]), "a text of it is missing"),
    "length": (
        "articles.jsonl",
        lambda line: line["texts"][0].update(chars=7),
        "characters, not 7",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_told_with_its_place(whole, tmp_path, what):
    name, alter, message = WRONG[what]
    number = 1 if name == ANNOTATIONS else 0
    resealed(whole, tmp_path / "b.annobundle", {name: line_altered(number, alter)})
    problems = told(tmp_path / "b.annobundle")
    assert any(message in one for one in problems), problems


def test_lines_out_of_order_twice_or_otherwise_written_are_told(whole, tmp_path):
    def altered(data):
        first, second, *others = data.splitlines(keepends=True)
        return b"".join([second, first, first, *others]).replace(b'{"@', b'{ "@', 1)

    resealed(whole, tmp_path / "b.annobundle", {ANNOTATIONS: altered})
    problems = told(tmp_path / "b.annobundle")
    assert sum("out of order" in one for one in problems) == 2
    assert sum("not written as" in one for one in problems) == 1


@pytest.mark.parametrize("name", ["people.jsonl", "revisions.jsonl"])
def test_line_ends_of_another_system_are_told(whole, tmp_path, name):
    alter = {name: lambda data: data.replace(b"\n", b"\r\n")}
    resealed(whole, tmp_path / "b.annobundle", alter)
    assert {one.split(":")[0] for one in told(tmp_path / "b.annobundle")} >= {f"{name} line 1"}


def test_every_altered_member_is_named(whole, tmp_path):
    alter = {name: lambda data: data + b"\n" for name in ("claims.jsonl", "labels.jsonl")}
    repacked(whole, tmp_path / "b.annobundle", alter)
    problems = told(tmp_path / "b.annobundle")
    assert [one.split(":")[0] for one in problems] == ["labels.jsonl", "claims.jsonl"]


def test_a_part_of_a_project_names_what_it_does_not_hold(tmp_path):
    content = project()
    content.shared = [one for one in content.shared if one.kind in {"highlight", "mark"}]
    content.of_articles = []
    content.facts = replace(content.facts, scope=Scope.CHANGES, base=uuid(5))
    write_bundle(tmp_path / "a.annobundle", content)
    verdict = verify_bundle(tmp_path / "a.annobundle")
    assert (verdict.number, verdict.textless) == (0, 20), verdict.problems
    assert verdict.outside == 20 * 2 + 5 + 1


def test_without_texts_quotes_are_left_and_all_else_is_checked(whole, tmp_path):
    target = tmp_path / "a.annobundle"
    write_bundle(target, project(), options=BundleOptions(quotes_only=True))
    verdict = verify_bundle(target)
    assert (verdict.number, verdict.quotes, verdict.textless) == (0, 0, 20), verdict.problems
    resealed(
        target, tmp_path / "b.annobundle", {ANNOTATIONS: line_altered(1, WRONG["revision"][1])}
    )
    assert len(told(tmp_path / "b.annobundle")) == 1
