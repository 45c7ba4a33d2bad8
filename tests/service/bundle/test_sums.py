"""Whatever byte of a bundle is altered, it is refused by name of the member that has it."""

from __future__ import annotations

import random
import zipfile
from dataclasses import replace

import pytest
from tests.service.bundle.contents import project, repacked, uuid

from annotator.core.bundle_errors import DamagedBundleError, WrongSignatureError
from annotator.service.bundle import layout
from annotator.service.bundle.bundle import open_bundle
from annotator.service.bundle.content import Named
from annotator.service.bundle.signing import machine_signer
from annotator.service.bundle.verifying import verify_bundle
from annotator.service.bundle.writing import write_bundle


@pytest.fixture(scope="module", params=["unsigned", "signed"])
def sent(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    content = project(articles=1, highlights=2)
    content.facts = replace(content.facts, member=Named(uuid(2), "Olena"))
    signer = machine_signer(folder) if request.param == "signed" else None
    write_bundle(folder / "a.annobundle", content, sign=signer)
    return folder / "a.annobundle"


def members(path):
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def places(data, chance):
    """Every place of what is short, the first, the last and some of what is long."""
    few = {0, len(data) - 1, *(chance.randrange(len(data)) for _ in range(12))}
    return sorted(few) if len(data) > 60 else range(len(data))


def test_an_altered_byte_is_refused_by_name_of_its_member_whichever_it_is(sent, tmp_path):
    chance, altered = random.Random(5), tmp_path / "b.annobundle"
    held = members(sent)
    assert {layout.TYPE, layout.SUMS, layout.TABLE}.issubset(held)
    assert any(map(layout.text_of, held))
    for name, data in held.items():
        for at in places(data, chance):
            other = bytes([data[at] ^ chance.choice([1, 2, 4, 8, 16, 64])])
            changed = data[:at] + other + data[at + 1 :]
            repacked(sent, altered, {name: lambda _data, changed=changed: changed})
            with (
                pytest.raises((DamagedBundleError, WrongSignatureError), match=name) as caught,
                open_bundle(altered),
            ):
                pass
            assert caught.value.member == name, (at, other)


@pytest.mark.parametrize("what", ["manifest.json", "claims.jsonl", "mimetype"])
def test_an_altered_hash_is_no_altered_member(sent, tmp_path, what):
    def digit(data):
        line = next(one for one in data.splitlines() if one.endswith(what.encode()))
        other = b"1" if line.startswith(b"0") else b"0"
        return data.replace(line, other + line[1:])

    repacked(sent, tmp_path / "b.annobundle", {layout.SUMS: digit})
    verdict = verify_bundle(tmp_path / "b.annobundle")
    assert verdict.problems[0].place == layout.SUMS
    assert what in verdict.problems[0].message


def test_a_version_that_an_altered_byte_made_newer_is_told_as_damage(sent, tmp_path):
    def newer(data):
        return data.replace(b'"version":"1.0"', b'"version":"3.0"')

    repacked(sent, tmp_path / "b.annobundle", {layout.MANIFEST: newer})
    with (
        pytest.raises(DamagedBundleError, match=layout.MANIFEST),
        open_bundle(tmp_path / "b.annobundle"),
    ):
        pass
