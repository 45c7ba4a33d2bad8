from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.service.bundle.contents import contents, expected, held, project, uuid

from annotator.core.exchange_errors import QuoteMismatchError
from annotator.core.file_errors import OccupiedFileError, UnwritableFileError
from annotator.service.bundle.bundle import open_bundle
from annotator.service.bundle.content import PSEUDONYM, BundleOptions, Named
from annotator.service.bundle.pseudonyms import pseudonyms
from annotator.service.bundle.verifying import verify_bundle
from annotator.service.bundle.writing import write_bundle
from annotator.service.watch import StoppedError, Watch


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    target = tmp_path_factory.mktemp("sent") / "a.annobundle"
    return target, write_bundle(target, project())


def member(path, name):
    with zipfile.ZipFile(path) as file:
        return file.read(name).decode()


def lines(path, name):
    return [json.loads(line) for line in member(path, name).splitlines()]


@given(contents())
@settings(max_examples=8)
def test_a_bundle_gives_back_all_that_was_written(tmp_path_factory, content):
    target = tmp_path_factory.getbasetemp() / "law.annobundle"
    report = write_bundle(target, content)
    with open_bundle(target) as bundle:
        back = held(bundle)
    assert back == expected(content)
    again = write_bundle(target, back)
    assert (again.bundle_id, again.bytes) == (report.bundle_id, report.bytes)


def test_the_same_content_gives_the_same_bytes_in_whatever_order_replicas_know_it(tmp_path, sent):
    target, report = sent
    other = project()
    other.shared.reverse()
    again = write_bundle(tmp_path / "b.annobundle", other)
    assert (tmp_path / "b.annobundle").read_bytes() == target.read_bytes()
    assert again == replace(report, path=again.path)


def test_who_sends_it_and_how_texts_were_come_by_do_not_make_another_bundle(tmp_path, sent):
    other = project()
    other.facts = replace(other.facts, member=Named(uuid(77), "Ahmed"))
    other.of_articles = [replace(one, revision=None) for one in other.of_articles]
    assert write_bundle(tmp_path / "b.annobundle", other).bundle_id == sent[1].bundle_id


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_sha256sum_accepts_what_was_unpacked(tmp_path, sent):
    with zipfile.ZipFile(sent[0]) as file:
        file.extractall(tmp_path)
    told = subprocess.run(
        ["sha256sum", "--strict", "-c", "manifest-sha256.txt"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (
        told.stdout.count(": OK") == len([one for one in tmp_path.rglob("*") if one.is_file()]) - 1
    )
    assert not told.stderr


def test_the_first_bytes_tell_what_it_is_and_nothing_in_it_has_a_time_of_its_own(sent):
    assert b"mimetypeapplication/vnd.fact-annotator.annobundle+zip" in sent[0].read_bytes()[:100]
    with zipfile.ZipFile(sent[0]) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_texts_that_may_not_travel_leave_quotes_behind(tmp_path, sent):
    target = tmp_path / "b.annobundle"
    kept = project().of_articles[1]
    report = write_bundle(target, project(), options=BundleOptions(withheld={kept.article}))
    assert (report.texts_left_out, report.counts["texts"]) == (1, 2)
    with open_bundle(target) as bundle:
        assert bundle.text(kept.sha256) is None
    bare = write_bundle(target, project(), options=BundleOptions(quotes_only=True))
    assert (bare.texts_left_out, bare.counts["texts"]) == (3, 0)
    assert json.loads(member(target, "manifest.json"))["quotes_only"] is True
    assert member(target, "annotations.jsonl") == member(sent[0], "annotations.jsonl")


def test_a_text_that_one_article_keeps_does_not_travel_with_another(tmp_path):
    content = project(articles=1, highlights=0)
    (text,) = content.of_articles
    (article,) = content.objects("article")
    content.shared.append(replace(article, id=uuid(1_500)))
    content.of_articles.append(replace(text, article=uuid(1_500)))
    options = BundleOptions(withheld=frozenset({uuid(1_500)}))
    report = write_bundle(tmp_path / "a.annobundle", content, options=options)
    assert report.counts["texts"] == 0


def test_pseudonyms_replace_names_everywhere_and_leave_ids(tmp_path, sent):
    target = tmp_path / "b.annobundle"
    content = project()
    content.facts = replace(content.facts, member=Named(uuid(10), "Olena"))
    write_bundle(target, content, options=BundleOptions(pseudonyms=True))
    with open_bundle(target) as bundle:
        people = [(one.id, one.name, one.renamed) for one in bundle.people()]
        names = pseudonyms([uuid(10), uuid(11)])
        assert bundle.facts.member == Named(uuid(10), names[uuid(10)])
        before = [one.shown("reviewer") for one in content.objects("highlight")]
        assert [one.shown("reviewer") for one in bundle.objects("highlight")] == before
    assert people == [(one, names[one], PSEUDONYM) for one in (uuid(10), uuid(11))]
    with zipfile.ZipFile(target) as file:
        everything = b"".join(map(file.read, file.namelist())).decode()
    assert not any(name in everything for name in ("Olena", "Ахмед"))


def test_the_table_runs_nothing_and_has_every_highlight(sent):
    rows = list(csv.DictReader(io.StringIO(member(sent[0], "csv/annotations.csv"))))
    assert len(rows) == 20
    assert {row["article"] for row in rows} <= {"'=Dam 0", "'=Dam 1", "'=Dam 2"}
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_others_read_a_highlight_as_a_web_annotation(sent):
    one = lines(sent[0], "annotations.jsonl")[1]
    article = lines(sent[0], "articles.jsonl")
    of = next(each for each in article if "urn:uuid:" + each["id"] == one["target"]["source"])
    text = member(sent[0], of["texts"][0]["path"])
    place, quote = one["target"]["selector"]
    start, end = place["start"], place["end"]
    assert (quote["exact"], quote["suffix"]) == (text[start:end], text[end : end + 32])
    assert one["body"][0]["x:name"] == "analyst opinion"
    assert one["creator"] == {"id": "urn:uuid:" + uuid(11), "type": "Person", "name": "Ахмед"}


def test_a_quote_that_is_not_the_text_is_never_written(tmp_path):
    content = project()
    content.kept = {sha256: "x" + text for sha256, text in content.kept.items()}
    with pytest.raises(QuoteMismatchError):
        write_bundle(tmp_path / "a.annobundle", content)
    assert list(tmp_path.iterdir()) == []


def test_cancelling_leaves_what_was_there(tmp_path):
    target = tmp_path / "a.annobundle"
    target.write_bytes(b"before")
    for stops in (1, 7):
        asked = iter(range(stops))
        watch = Watch(cancelled=lambda asked=asked: next(asked, None) is None)
        with pytest.raises(StoppedError):
            write_bundle(target, project(), watch=watch)
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"before"]


def test_what_cannot_be_written_is_told(tmp_path):
    with pytest.raises(UnwritableFileError):
        write_bundle(tmp_path / "nowhere" / "a.annobundle", project())
    (tmp_path / "p.factproj").write_bytes(b"SQLite format 3\0")
    with pytest.raises(OccupiedFileError):
        write_bundle(tmp_path / "p.factproj", project())


def test_content_out_of_order_is_a_bug(tmp_path):
    content = project()
    content.objects = lambda kind: [one for one in reversed(content.shared) if one.kind == kind]
    with pytest.raises(ValueError, match="out of order"):
        write_bundle(tmp_path / "a.annobundle", content)


def test_what_nobody_could_read_again_is_a_bug(tmp_path):
    content = project()
    content.shared[0] = replace(content.shared[0], version={"me": 1})
    with pytest.raises(ValueError, match="its version is none"):
        write_bundle(tmp_path / "a.annobundle", content)


def test_what_was_written_is_sound(sent):
    verdict = verify_bundle(sent[0])
    assert (verdict.number, verdict.quotes, verdict.articles) == (0, 20, 3), verdict.problems
