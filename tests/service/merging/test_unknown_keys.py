"""What newer programs say, and this one does not understand, is kept and written back, or told."""

from __future__ import annotations

import json
import shutil
import zipfile

import pytest
from tests.service.bundle.contents import resealed
from tests.service.dam_text import add_text, span_of
from tests.service.merging.replicas import open_replica, sent, taken, told

from annotator.core.bundle_errors import DamagedBundleError
from annotator.service.bundle import layout
from annotator.service.bundle.content import Scope
from annotator.service.bundle.verifying import verify_bundle
from annotator.service.codebook_commands import RemoveLabel
from annotator.service.commands import (
    AddHighlight,
    DescribeClaim,
    MoveHighlight,
    RemoveHighlights,
    ToggleReviewed,
)
from annotator.team.joining import in_order
from annotator.team.shared import canonical

OLDER, NEWER = {"later": 1, "word": "a"}, {"later": 2, "word": "", "more": [{"x": None}]}
BOTH = {"later": 2, "word": "a", "more": [{"x": None}]}
# Nobody says of them how they were made, or for whom.
STRANGE = {"kind": "lexicon", "id": "0190a1b2-0000-7000-8000-0000000000ff", "words": ["dam"]}


@pytest.fixture
def team(new_project, tmp_path):
    """Three replicas that know the same of everything that a bundle has lines for."""
    made = new_project(tmp_path / "made.factproj")
    found = [open_replica(shutil.copy(made, tmp_path / f"{one}.factproj"), one) for one in range(3)]
    ada, *others = found
    article = add_text(ada)
    for quote in ("Engineers left", "The ministry"):
        ada.execute(AddHighlight(article, (span_of(quote),), "official_claim"))
    first, second = ada.queries.highlights(article)
    ada.execute(DescribeClaim(first.id, (("speaker", "Voss"),)))
    ada.execute(ToggleReviewed(article, (span_of("Nobody replied."),)))
    ada.execute(RemoveHighlights((second.id,)))
    ada.execute(RemoveLabel(ada.queries.codebook().labels[2].id))
    sent(ada, tmp_path / "begun.annobundle")
    for one in others:
        taken(one, tmp_path / "begun.annobundle")
    yield found
    for one in found:
        assert one.check() == []
        one.close()


def lines(path):
    """Return what each line of a bundle holds."""
    with zipfile.ZipFile(path) as file:
        data = {name: file.read(name).decode() for name in layout.LINES}
    return {name: [json.loads(one) for one in text.splitlines()] for name, text in data.items()}


def newer(source, target, keys):
    """Copy a bundle as a newer program would have written it, which says more on each line."""

    def more(data):
        held = [json.loads(one) | keys for one in data.decode().splitlines()]
        return "".join(f"{canonical(one)}\n" for one in held).encode()

    def later(data):
        return canonical(json.loads(data) | {"version": "1.7"} | keys).encode()

    alter = dict.fromkeys(layout.LINES, more) | {layout.MANIFEST: later}
    resealed(source, target, alter)
    return target


def said(path):
    """Return what is said on the lines of a bundle that is not understood, if all say the same."""
    found = {canonical({key: line[key] for key in BOTH if key in line})
             for each in lines(path).values() for line in each}  # fmt: skip
    assert len(found) == 1, found
    return json.loads(found.pop())


def everything(project):
    return {name: in_order(one) for name, one in told(project).items()}


def test_unknown_keys_come_to_the_same_in_any_order_and_are_written_back(team, tmp_path):
    ada, bo, cy = team
    bo.set_blind(on=True)
    path = tmp_path / "sent.annobundle"
    sent(ada, path)
    assert all(lines(path).values())
    one = newer(path, tmp_path / "one.annobundle", OLDER)
    other = newer(path, tmp_path / "other.annobundle", NEWER)
    assert verify_bundle(one).problems == []
    for project, order in ((ada, [one, other]), (bo, [other, one, other]), (cy, [one, other])):
        for each in order:
            taken(project, each)
            newest = project.queries.newest()
            taken(project, each)
            assert project.queries.newest() == newest
    ids = [sent(project, tmp_path / f"{number}.annobundle") for number, project in enumerate(team)]
    assert len(set(ids)) == 1
    assert [said(tmp_path / f"{number}.annobundle") for number in range(3)] == [BOTH] * 3
    assert everything(ada) == everything(cy)


def test_unknown_keys_travel_with_the_changes(team, tmp_path):
    ada, bo, _ = team
    sent(ada, tmp_path / "sent.annobundle")
    taken(ada, newer(tmp_path / "sent.annobundle", tmp_path / "one.annobundle", OLDER))
    sent(ada, tmp_path / "changes.annobundle", Scope.CHANGES)
    assert said(tmp_path / "changes.annobundle") == OLDER
    taken(bo, tmp_path / "changes.annobundle")
    assert sent(ada, tmp_path / "a.annobundle") == sent(bo, tmp_path / "b.annobundle")
    assert said(tmp_path / "b.annobundle") == OLDER


def test_undo_takes_back_what_is_not_understood_but_for_what_is_said_of_people(team, tmp_path):
    ada = team[0]
    sent(ada, tmp_path / "sent.annobundle")
    before, rows = everything(ada), lines(tmp_path / "sent.annobundle")
    taken(ada, newer(tmp_path / "sent.annobundle", tmp_path / "one.annobundle", OLDER))
    after = everything(ada)
    ada.undo()
    assert (everything(ada), ada.check()) == (before, [])
    sent(ada, tmp_path / "undone.annobundle")
    undone = lines(tmp_path / "undone.annobundle")
    # They stay, as their names do.
    assert {one["later"] for one in undone.pop(layout.PEOPLE)} == {1}
    rows.pop(layout.PEOPLE)
    assert undone == rows
    ada.redo()
    assert (everything(ada), ada.check()) == (after, [])
    sent(ada, tmp_path / "redone.annobundle")
    assert said(tmp_path / "redone.annobundle") == OLDER
    ada.jump(ada.queries.newest() - 3)
    assert ada.check() == []


def nested(data):
    """Return annotations as a newer program would have written them, which says more within."""
    held = [json.loads(one) for one in data.decode().splitlines()]
    for line in held:
        line["creator"]["nick"] = "A"
        line["body"][0]["sure"] = 0.5
        line["body"].append({"type": "TextualBody", "value": "?"})
        line["target"]["state"] = {"at": "noon"}
        place, quote = line["target"]["selector"]
        place["unit"], quote["lang"] = "char", "en"
        line["target"]["selector"].append({"type": "FragmentSelector", "value": "p1"})
    return "".join(f"{canonical(one)}\n" for one in held).encode()


def articles_nested(data):
    held = [json.loads(one) for one in data.decode().splitlines()]
    for line in held:
        line["text"]["norm"] = "NFC"
        line["texts"][0]["words"] = 7
    return "".join(f"{canonical(one)}\n" for one in held).encode()


def test_unknown_keys_within_the_parts_of_a_line_are_written_back(team, tmp_path):
    ada, bo, _ = team
    sent(ada, tmp_path / "sent.annobundle")
    path = tmp_path / "nested.annobundle"
    alter = {layout.ANNOTATIONS: nested, layout.ARTICLES: articles_nested}
    resealed(tmp_path / "sent.annobundle", path, alter)
    assert verify_bundle(path).problems == []
    for project in (bo, ada):
        taken(project, path)
        newest = project.queries.newest()
        taken(project, path)
        assert project.queries.newest() == newest
        assert project.check() == []
        sent(project, tmp_path / "again.annobundle")
        with zipfile.ZipFile(path) as file, zipfile.ZipFile(tmp_path / "again.annobundle") as again:
            for name in alter:
                assert again.read(name) == file.read(name)
    sent(bo, tmp_path / "hidden.annobundle", pseudonyms=True)
    (line,) = lines(tmp_path / "hidden.annobundle")[layout.ANNOTATIONS]
    assert "nick" not in line["creator"]
    (one,) = bo.queries.highlights(bo.queries.articles()[0].article.id)
    bo.execute(MoveHighlight(one.id, (span_of("Engineers"),)))
    sent(bo, tmp_path / "moved.annobundle")
    (line,) = lines(tmp_path / "moved.annobundle")[layout.ANNOTATIONS]
    # What was said of the place went with it.
    assert [one.keys() & {"unit", "lang"} for one in line["target"]["selector"]] == [set()] * 2
    assert (line["creator"]["nick"], line["body"][0]["sure"]) == ("A", 0.5)


def test_pseudonyms_leave_out_what_is_not_understood_of_people(team, tmp_path):
    ada = team[0]
    sent(ada, tmp_path / "sent.annobundle")
    taken(ada, newer(tmp_path / "sent.annobundle", tmp_path / "one.annobundle", {"mail": "ada@"}))
    sent(ada, tmp_path / "two.annobundle", pseudonyms=True)
    assert {"mail" in one for one in lines(tmp_path / "two.annobundle")[layout.PEOPLE]} == {False}


def test_lines_and_members_of_unknown_kinds_are_counted_and_left(team, tmp_path):
    ada, bo, _ = team
    sent(ada, tmp_path / "sent.annobundle")
    more = tmp_path / "more.annobundle"
    strange = {layout.LABELS: [STRANGE], layout.TOMBSTONES: [STRANGE, STRANGE | {"id": "?"}]}

    def with_strange(name):
        def alter(data):
            return data + "".join(f"{canonical(one)}\n" for one in strange[name]).encode()

        return alter

    alter = {name: with_strange(name) for name in strange}
    resealed(tmp_path / "sent.annobundle", more, alter, more={"lexicons/dam.txt": b"dam"})
    report = taken(bo, more)
    assert report.not_understood == 4
    assert everything(ada) == everything(bo)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        (layout.LABELS, "tests"),
        (layout.ARTICLES, "text"),
        (layout.CLAIMS, "speaker"),
        (layout.REVIEWS, "made"),
        (layout.ANNOTATIONS, "target"),
    ],
)
def test_lines_that_lack_what_is_needed_are_refused_by_number(team, tmp_path, name, key):
    ada, bo, _ = team
    sent(ada, tmp_path / "sent.annobundle")

    def without(data):
        held = [json.loads(one) for one in data.decode().splitlines()]
        return "".join(
            f"{canonical({k: v for k, v in one.items() if k != key})}\n" for one in held
        ).encode()

    resealed(tmp_path / "sent.annobundle", tmp_path / "less.annobundle", {name: without})
    with pytest.raises(DamagedBundleError, match=f"{name}.*line"):
        taken(bo, tmp_path / "less.annobundle")
