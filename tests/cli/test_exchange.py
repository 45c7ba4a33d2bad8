from __future__ import annotations

import json

from tests.service.bundle.contents import project, repacked, resealed

from annotator.service.bundle.writing import write_bundle


def test_a_bundle_is_verified_by_its_content_whatever_its_name(terminal):
    bundle, altered = terminal.folder / "week.zip", terminal.folder / "altered.annobundle"
    write_bundle(bundle, project())
    told = terminal.json("verify", bundle)
    assert (told["ok"], told["format"], told["highlights"]) == (True, "annobundle", 20)
    repacked(bundle, altered, {"claims.jsonl": lambda data: data.replace(b"minister", b"mayor")})
    code, out, _ = terminal.type("verify", altered, "--project", terminal.project)
    assert (code, out.startswith("claims.jsonl: it is not what its hash says")) == (1, True)
    code, out, _ = terminal.type("verify", altered, "--json", "--project", terminal.project)
    assert [one["place"] for one in json.loads(out)["problems"]] == ["claims.jsonl"]
    assert code == 1


def test_a_newer_bundle_is_refused_kindly(terminal):
    bundle, newer = terminal.folder / "a.annobundle", terminal.folder / "b.annobundle"
    write_bundle(bundle, project(articles=1, highlights=1))
    resealed(bundle, newer, {"manifest.json": lambda data: data.replace(b'"1.0"', b'"2.0"')})
    code, _, err = terminal.type("verify", newer, "--project", terminal.project)
    assert (code, "install its newest release" in err) == (3, True)
