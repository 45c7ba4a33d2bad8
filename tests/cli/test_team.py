"""The verbs of a team, typed in a terminal."""

from __future__ import annotations

from annotator.core.file_errors import UnwritableFileError
from annotator.service.bundle import known_signers
from annotator.service.bundle.bundle import open_bundle


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
