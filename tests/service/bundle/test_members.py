from __future__ import annotations

import json
import shutil
import stat
import zipfile

import pytest
from tests.service.bundle.contents import held, project, repacked, resealed

from annotator.core.bundle_errors import (
    BundleFolderError,
    DamagedBundleError,
    NewerBundleError,
    NotABundleError,
    OlderBundleError,
)
from annotator.core.errors import AnnotatorError
from annotator.core.file_errors import MissingFileError
from annotator.service.bundle import members
from annotator.service.bundle.bundle import open_bundle
from annotator.service.bundle.members import is_bundle
from annotator.service.bundle.verifying import verify_bundle
from annotator.service.bundle.writing import write_bundle


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    target = tmp_path_factory.mktemp("sent") / "a.annobundle"
    write_bundle(target, project(articles=2, highlights=4))
    return target


def opened(path):
    with open_bundle(path) as bundle:
        return held(bundle)


NAMES = [
    "articles.jsonl",
    "labels.jsonl",
    "people.jsonl",
    "claims.jsonl",
    "annotations.jsonl",
    "reviews.jsonl",
    "tombstones.jsonl",
    "revisions.jsonl",
    "csv/annotations.csv",
    "manifest.json",
]


@pytest.mark.parametrize("name", NAMES)
def test_an_altered_bundle_is_refused_by_name_of_the_member(whole, tmp_path, name):
    altered = tmp_path / "b.annobundle"
    repacked(whole, altered, {name: lambda data: data.replace(b"0", b"1", 1)})
    with pytest.raises(DamagedBundleError, match=name) as caught:
        opened(altered)
    assert caught.value.member == name


def test_an_altered_text_is_refused_even_where_all_hashes_were_made_anew(whole, tmp_path):
    with zipfile.ZipFile(whole) as file:
        name = next(one for one in file.namelist() if one.startswith("texts/"))
    altered = tmp_path / "b.annobundle"
    repacked(whole, altered, {name: lambda data: data + b"!"})
    with pytest.raises(DamagedBundleError, match=name):
        opened(altered)
    resealed(whole, altered, {name: lambda data: data + b"!"})
    with pytest.raises(DamagedBundleError, match=f"{name}.*not the text that its name says"):
        opened(altered)


@pytest.mark.parametrize("name", ["claims.jsonl", "manifest-sha256.txt", "csv/annotations.csv"])
def test_a_missing_member_is_named(whole, tmp_path, name):
    repacked(whole, tmp_path / "b.annobundle", {name: None})
    with pytest.raises(DamagedBundleError, match=f"{name}.*it is missing"):
        opened(tmp_path / "b.annobundle")


def test_what_another_program_packed_anew_is_taken_unless_more_follows(whole, tmp_path):
    anew = tmp_path / "b.annobundle"
    repacked(whole, anew, {}, sealed=False)
    assert opened(anew) == opened(whole)
    anew.write_bytes(anew.read_bytes() + b"\n")
    with pytest.raises(DamagedBundleError):
        opened(anew)


def test_members_in_another_order_are_refused(whole, tmp_path):
    repacked(whole, tmp_path / "b.annobundle", {}, order=lambda names: names[:3] + names[:2:-1])
    with pytest.raises(DamagedBundleError, match="stands where another belongs"):
        opened(tmp_path / "b.annobundle")


@pytest.mark.parametrize("name", [f"texts/{'0' * 64}.txt", "notes/later.txt", "rignature.json"])
def test_a_member_that_nobody_listed_is_refused(whole, tmp_path, name):
    repacked(whole, tmp_path / "b.annobundle", {}, more={name: b"smuggled"})
    with pytest.raises(DamagedBundleError, match=r"not listed|where another belongs"):
        opened(tmp_path / "b.annobundle")


@pytest.mark.parametrize(
    ("name", "alter", "reason"),
    [
        ("annotations.jsonl", lambda lines: lines[::-1], "line 2: it is out of order"),
        ("labels.jsonl", lambda lines: [*lines, lines[-1]], "line 4: it is out of order"),
        ("people.jsonl", lambda lines: lines[::-1], "line 2: it is out of order"),
        ("claims.jsonl", lambda _lines: [b"[]\n"], "line 1: it is no object"),
        ("claims.jsonl", lambda _lines: [b"\xff\n"], "line 1: it is not in UTF-8"),
        ("reviews.jsonl", lambda lines: [lines[0][:-1]], "line 1: it is cut off"),
        ("tombstones.jsonl", lambda lines: [lines[0].replace(b":4", b":0")], "line 1"),
    ],
)
def test_lines_that_cannot_be_are_refused_by_number(whole, tmp_path, name, alter, reason):
    def altered(data):
        return b"".join(alter(data.splitlines(keepends=True)))

    resealed(whole, tmp_path / "b.annobundle", {name: altered})
    with pytest.raises(DamagedBundleError, match=f"{name}.*{reason}"):
        opened(tmp_path / "b.annobundle")


def test_members_of_later_programs_are_told_and_left(whole, tmp_path):
    resealed(whole, tmp_path / "b.annobundle", {}, more={"notes/later.txt": b"?"})
    assert verify_bundle(tmp_path / "b.annobundle").bundle.unknown == ("notes/later.txt",)
    with open_bundle(tmp_path / "b.annobundle") as bundle:
        assert bundle.unknown == ("notes/later.txt",)
        assert held(bundle) == opened(whole)


@pytest.mark.parametrize(
    ("version", "error", "words"),
    [
        ("1.7", None, ""),
        ("2.0", NewerBundleError, r"2\.0.*newest release"),
        ("0.9", OlderBundleError, r"0\.9.*too old to be read"),
    ],
)
def test_later_minor_versions_are_read_and_other_major_ones_refused(
    whole, tmp_path, version, error, words
):
    def newer(data):
        said = json.loads(data) | {"version": version, "later": {"key": 1}}
        return json.dumps(said).encode()

    resealed(whole, tmp_path / "b.annobundle", {"manifest.json": newer})
    if error is None:
        assert opened(tmp_path / "b.annobundle") == opened(whole)
        return
    with pytest.raises(error, match=words):
        opened(tmp_path / "b.annobundle")


@pytest.mark.parametrize(
    "alter",
    [
        lambda said: said | {"bundle_id": "x"},
        lambda said: said | {"kind": "half"},
        lambda said: said | {"project": None},
        lambda said: said | {"counts": {"articles": -1}},
        lambda said: said | {"counts": {}},
        lambda said: said | {"files": said["files"] * 2},
        lambda said: said | {"files": said["files"][1:]},
        lambda said: said | {"created": "yesterday"},
        lambda said: said | {"base": []},
        lambda said: [said],
        lambda said: {"format": said["format"]},
    ],
)
def test_a_manifest_that_makes_no_sense_is_refused(whole, tmp_path, alter):
    def altered(data):
        return json.dumps(alter(json.loads(data))).encode()

    resealed(whole, tmp_path / "b.annobundle", {"manifest.json": altered})
    with pytest.raises(DamagedBundleError):
        opened(tmp_path / "b.annobundle")


@pytest.mark.parametrize("name", ["../out.txt", "/etc/passwd", "ARTICLES.JSONL", "link"])
def test_archives_that_would_do_harm_are_refused(whole, tmp_path, name):
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK if name == "link" else stat.S_IFREG) << 16
    repacked(whole, tmp_path / "b.annobundle", {}, more={info: b"x"})
    with pytest.raises(DamagedBundleError):
        opened(tmp_path / "b.annobundle")


def test_what_expands_beyond_measure_is_refused(whole, tmp_path, monkeypatch):
    repacked(whole, tmp_path / "b.annobundle", {"claims.jsonl": lambda _data: b" " * 3_000_000})
    with pytest.raises(DamagedBundleError, match="beyond measure"):
        opened(tmp_path / "b.annobundle")
    monkeypatch.setattr(members, "LARGEST_BUNDLE", 9_000)
    with pytest.raises(DamagedBundleError, match="more than"):
        opened(whole)


def test_other_files_are_no_bundles(whole, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("mimetype", "application/epub+zip")
    (tmp_path / "empty").touch()
    (tmp_path / "half").write_bytes(whole.read_bytes()[:20])
    for name in ("a.zip", "empty", "half"):
        assert not is_bundle(tmp_path / name)
        with pytest.raises(NotABundleError, match="no bundle"):
            opened(tmp_path / name)
    with pytest.raises(MissingFileError):
        opened(tmp_path / "nowhere")
    with pytest.raises(BundleFolderError):
        opened(tmp_path)
    assert is_bundle(shutil.copy(whole, tmp_path / "renamed.zip"))


def test_any_altered_or_added_byte_is_refused_kindly(whole, tmp_path):
    data = whole.read_bytes()
    damaged = tmp_path / "b.annobundle"
    table = data.index(b"PK\x01\x02")
    for at in (*range(0, table, table // 40), *range(table, len(data), 9)):
        damaged.write_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
        with pytest.raises(AnnotatorError):
            opened(damaged)
    damaged.write_bytes(data + b"\n")
    with pytest.raises(DamagedBundleError, match="zip archive"):
        opened(damaged)
    for size in range(39, len(data), len(data) // 20):
        damaged.write_bytes(data[:size])
        with pytest.raises(AnnotatorError):
            opened(damaged)
