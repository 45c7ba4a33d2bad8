"""The verbs of a team, typed in a terminal."""

from __future__ import annotations

import json
import os
import shutil

import pytest
from tests.cli.conftest import TEXT
from tests.service.bundle.contents import resealed

from annotator.cli import merging
from annotator.core.file_errors import UnwritableFileError
from annotator.paths import config_dir
from annotator.service.bundle import known_signers, layout
from annotator.service.bundle.bundle import open_bundle
from annotator.service.bundle.signing import KEY
from annotator.service.merging.teamwork import merge


def test_the_first_changes_are_the_whole_project_and_are_called_that(terminal):
    terminal.type("add", terminal.write(), "--project", terminal.project)
    base = None
    for kind in ("full", "changes"):
        target = terminal.folder / f"{kind}.annobundle"
        told = terminal.json("bundle", target, "--changes-since-last")
        with open_bundle(target) as bundle:
            assert (told["kind"], bundle.facts.scope.value) == (kind, kind)
            assert bundle.facts.base == base
        base = told["bundle_id"]


def test_a_key_that_cannot_be_kept_does_not_undo_a_merge(terminal, monkeypatch):
    path, other = terminal.folder / "a.annobundle", terminal.folder / "other.factproj"
    terminal.type("add", terminal.write(), "--project", terminal.project)
    terminal.json("bundle", path, "--sign")
    terminal.type("add", terminal.write("b.txt", "Something else."), "--project", other)

    def refuse(path, _held):
        raise UnwritableFileError(path, reason="Read-only file system")

    monkeypatch.setattr(known_signers, "write", refuse)
    code, out, err = terminal.type("merge", path, "--project", other)
    assert (code, "Merged" in out) == (0, True)
    assert "was merged, but" in err
    assert "Read-only file system" in err
    _, listed, _ = terminal.type("list", "--project", other)
    assert len(listed.splitlines()) >= 2


@pytest.fixture
def two(terminal):
    """Bundles of two projects that know nothing of one another, and a third project."""
    paths = []
    for number, text in enumerate((TEXT, "Something else was said here.")):
        project = terminal.folder / f"{number}.factproj"
        terminal.type("add", terminal.write(f"{number}.txt", text), "--project", project)
        paths.append(terminal.folder / f"{number}.annobundle")
        terminal.type("bundle", paths[-1], "--project", project)
    terminal.type("add", terminal.write("c.txt", "Ours."), "--project", terminal.project)
    return paths


def listed(terminal):
    return len(terminal.json("list"))


def test_of_several_bundles_none_is_merged_where_one_cannot_be(terminal, two):
    bad = terminal.folder / "bad.annobundle"

    def wrong(data):
        return data.replace(b'"id":"', b'"id":"x', 1)

    resealed(two[1], bad, {layout.LABELS: wrong})
    code, out, err = terminal.type("merge", two[0], bad, "--json", "--project", terminal.project)
    assert (code, out, listed(terminal)) == (3, "", 1)
    assert "labels.jsonl" in err


@pytest.mark.parametrize("words", [[], ["--json"]])
def test_what_was_merged_before_one_failed_is_told(terminal, two, monkeypatch, words):
    calls = []

    def failing(project, arrival, **wishes):
        calls.append(arrival)
        if len(calls) > 1:
            raise UnwritableFileError(terminal.project, reason="No space left on device")
        return merge(project, arrival, **wishes)

    monkeypatch.setattr(merging, "merge", failing)
    code, out, err = terminal.type("merge", *two, *words, "--project", terminal.project)
    assert (code, listed(terminal)) == (3, 2)
    assert f"{two[1]} was not merged" in err
    assert "No space left on device" in err
    if words:
        told = json.loads(out)
        assert [one["file"] for one in told["bundles"]] == [str(two[0])]
        assert told["not_merged"] == [str(two[1])]
    else:
        assert str(two[0]) in out


def test_merging_tells_how_a_bundle_is_signed(terminal, two):
    signed = terminal.folder / "signed.annobundle"
    terminal.type("bundle", signed, "--sign", "--project", terminal.folder / "0.factproj")
    (told,) = terminal.json("merge", two[1])["bundles"]
    assert told["signature"] == {"state": "none", "key": "", "fingerprint": ""}
    other = terminal.folder / "other.annobundle"
    shutil.copy(signed, other)
    told = terminal.json("merge", signed)["bundles"][0]["signature"]
    assert (told["state"], told["key"], len(told["fingerprint"])) == ("valid", "new", 79)
    assert terminal.json("merge", other)["bundles"][0]["signature"]["key"] == "known"


def test_two_keys_of_one_member_are_not_taken_together(terminal, two):
    signed = []
    for number in range(2):
        signed.append(terminal.folder / f"signed-{number}.annobundle")
        terminal.type("bundle", signed[-1], "--sign", "--project", terminal.folder / "0.factproj")
        (config_dir() / KEY).unlink()
    code, _, err = terminal.type("merge", *signed, "--project", terminal.project)
    assert (code, listed(terminal)) == (3, 1)
    assert "--trust-new-key" in err


def test_what_is_no_file_is_told_as_such(terminal):
    terminal.type("add", terminal.write(), "--project", terminal.project)
    pipe, loop, bare = (
        terminal.folder / name for name in ("p.annobundle", "loop", "no.annobundle")
    )
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    bare.write_text("no zip")
    for words, said in (
        (("verify", pipe), "a device or a pipe"),
        (("bundle", loop), "cannot be written"),
        (("merge", terminal.folder), "name a bundle that lies in it"),
        (("bundle", terminal.folder), "add a file's name to it"),
        (("verify", bare), "is no bundle"),
    ):
        code, out, err = terminal.type(*words, "--project", terminal.project)
        assert (code, out, said in err) == (3, "", True), (words, err)


def test_a_bundle_that_is_refused_leaves_no_project_behind(terminal, two):
    bad = terminal.folder / "bad.annobundle"
    resealed(two[0], bad, {layout.LABELS: lambda data: data.replace(b'"id":"', b'"id":"x', 1)})
    fresh = terminal.folder / "fresh.factproj"
    code, _, _ = terminal.type("merge", two[1], bad, "--project", fresh)
    assert (code, fresh.exists()) == (3, False)
    code, _, _ = terminal.type("merge", *two, "--project", fresh)
    assert (code, fresh.exists()) == (0, True)


def test_changes_without_news_are_written_and_called_that(terminal):
    terminal.type("add", terminal.write(), "--project", terminal.project)
    first = terminal.json("bundle", terminal.folder / "a.annobundle", "--changes-since-last")
    again = terminal.json("bundle", terminal.folder / "b.annobundle", "--changes-since-last")
    assert (first["nothing_new"], again["nothing_new"]) == (False, True)
    assert "" not in {first["created"], again["created"]}
    words = ("bundle", terminal.folder / "c.annobundle", "--changes-since-last")
    assert "Nothing altered since" in terminal.type(*words, "--project", terminal.project)[1]


def test_who_has_done_nothing_goes_by_a_pseudonym_too(terminal):
    terminal.type("add", terminal.write(), "--project", terminal.project)
    target = terminal.folder / "a.annobundle"
    terminal.json("bundle", target, "--pseudonyms")
    with open_bundle(target) as bundle:
        assert bundle.facts.member.name.startswith("Reviewer ")


def test_where_nothing_waits_that_is_said(terminal):
    terminal.type("add", terminal.write(), "--project", terminal.project)
    said = terminal.type("conflicts", "--project", terminal.project)
    assert said == (0, "Nothing waits.\n", "")
    assert terminal.json("conflicts") == []
