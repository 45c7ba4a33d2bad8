"""What “annotator verify” tells of a bundle: what it is, whose it is, and who signed it."""

from __future__ import annotations

import json
import sys
from dataclasses import replace

import pytest
from tests.service.bundle.contents import project, repacked, uuid

from annotator.service.bundle.bundle import open_bundle
from annotator.service.bundle.content import Named
from annotator.service.bundle.known_signers import KnownSigners
from annotator.service.bundle.signing import machine_signer
from annotator.service.bundle.writing import write_bundle

TIME = "2026-11-22T09:00:00.000Z"


def written(terminal, signer=None):
    content = project(articles=1, highlights=2)
    content.facts = replace(content.facts, member=Named(uuid(2), "Olena"))
    target = terminal.folder / "a.annobundle"
    return target, write_bundle(target, content, sign=signer)


def verified(terminal, path, *words):
    code, out, _ = terminal.type("verify", path, *words, "--project", terminal.project, "--json")
    told = json.loads(out)
    assert told["ok"] is (code == 0)
    return code, told["bundle"], told["signature"], [one["place"] for one in told["problems"]]


def remembered(path):
    with open_bundle(path) as bundle:
        KnownSigners().remember(bundle, at=TIME)


def test_verify_tells_what_a_bundle_is_and_whose(terminal):
    path, report = written(terminal)
    code, bundle, signature, problems = verified(terminal, path)
    assert (code, problems) == (0, [])
    assert bundle["bundle_id"] == report.bundle_id
    assert (bundle["kind"], bundle["created"]) == ("full", TIME)
    assert bundle["member"] == {"id": uuid(2), "name": "Olena"}
    assert bundle["counts"]["annotations"] == 2
    assert signature == {"state": "none", "key": "", "fingerprint": "", "known": ""}
    _, out, _ = terminal.type("verify", path, "--project", terminal.project)
    assert all(one in out for one in (report.bundle_id, "Olena", "whole project", "Not signed"))


def test_verify_tells_who_signed_and_refuses_another_key_as_merge_does(terminal):
    path, report = written(terminal, machine_signer(terminal.folder / "one"))
    fingerprint = report.fingerprint
    told = {"state": "valid", "key": "new", "fingerprint": fingerprint, "known": ""}
    assert verified(terminal, path)[2] == told
    remembered(path)
    assert verified(terminal, path)[2] == told | {"key": "known", "known": fingerprint}
    path, report = written(terminal, machine_signer(terminal.folder / "other"))
    told |= {"key": "other", "fingerprint": report.fingerprint, "known": fingerprint}
    code, _, signature, problems = verified(terminal, path)
    assert (code, signature, problems) == (1, told, ["signature.json"])
    assert terminal.type("merge", path, "--project", terminal.project)[0] != 0
    assert verified(terminal, path, "--trust-new-key")[0] == 0
    code, out, _ = terminal.type("verify", path, "--project", terminal.project)
    assert (code, fingerprint in out, report.fingerprint in out) == (1, True, True)
    path, _ = written(terminal)
    code, _, signature, problems = verified(terminal, path)
    assert (code, signature["state"], signature["key"]) == (1, "none", "other")


def test_verify_says_that_it_could_not_check_a_signature(terminal, monkeypatch):
    path, report = written(terminal, machine_signer(terminal.folder))
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.asymmetric", None)
    code, _, signature, problems = verified(terminal, path)
    assert (code, signature["state"], problems) == (0, "not checked", [])
    _, out, _ = terminal.type("verify", path, "--project", terminal.project)
    assert "could NOT be checked" in out
    assert 'pip install "fact-annotator[sign]"' in out
    assert report.fingerprint in out


@pytest.mark.parametrize("name", ["mimetype", "signature.json", "manifest.json"])
def test_verify_names_the_member_that_was_altered(terminal, name):
    path, _ = written(terminal, machine_signer(terminal.folder))
    altered = terminal.folder / "b.annobundle"
    repacked(path, altered, {name: lambda data: data[:-3] + b"?" + data[-2:]})
    code, _, signature, problems = verified(terminal, altered)
    assert (code, signature, problems) == (1, None, [name])
