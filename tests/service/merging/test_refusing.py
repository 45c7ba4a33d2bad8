"""What would harm a project is refused, by member and line, before anything is written."""

from __future__ import annotations

import json
import shutil
import zipfile

import pytest
from tests.service.bundle.contents import repacked, resealed, uuid
from tests.service.dam_text import add_text, span_of
from tests.service.merging.replicas import open_replica, sent, taken

from annotator.core.bundle_errors import DamagedBundleError
from annotator.service.bundle import layout
from annotator.service.bundle.verifying import verify_bundle
from annotator.service.commands import AddHighlight, ToggleReviewed
from annotator.team.shared import canonical


@pytest.fixture
def team(new_project, tmp_path):
    """Ada, whose project has something of everything, and Bo, who knows nothing of it."""
    made = new_project(tmp_path / "made.factproj")
    found = [open_replica(shutil.copy(made, tmp_path / f"{one}.factproj"), one) for one in range(2)]
    article = add_text(found[0])
    for quote in ("Engineers left", "The ministry"):
        found[0].execute(AddHighlight(article, (span_of(quote),), "official_claim"))
    found[0].execute(ToggleReviewed(article, (span_of("Nobody replied."),)))
    yield found
    for one in found:
        assert one.check() == []
        one.close()


def altered(name, number, alter):
    """Return how one line of a member becomes another."""

    def resealing(data):
        lines = [json.loads(one) for one in data.decode().splitlines()]
        alter(lines[number - 1])
        return "".join(f"{canonical(one)}\n" for one in lines).encode()

    return {name: resealing}


def selector(line, which):
    return line["target"]["selector"][which]


WRONG = {
    "quote": (layout.ANNOTATIONS, 2, lambda line: selector(line, 1).update(exact="The miniztry")),
    "beyond": (layout.ANNOTATIONS, 1, lambda line: selector(line, 0).update(end=230_000)),
    "cue": (layout.ANNOTATIONS, 1, lambda line: line.update({"x:cue": [0, 9_999]})),
    "mark": (
        layout.REVIEWS,
        1,
        lambda line: next(iter(line["place"].values())).update(spans=[[3, 999]]),
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_place_that_is_not_in_its_text_is_refused_by_line(team, tmp_path, what):
    ada, bo = team
    name, number, alter = WRONG[what]
    sent(ada, tmp_path / "sent.annobundle")
    resealed(
        tmp_path / "sent.annobundle", tmp_path / "bad.annobundle", altered(name, number, alter)
    )
    before = bo.queries.newest()
    with pytest.raises(DamagedBundleError, match=f"{name}.*line {number}:"):
        taken(bo, tmp_path / "bad.annobundle")
    assert bo.queries.newest() == before
    sent(bo, tmp_path / "still.annobundle")


def test_quotes_alone_are_compared_with_our_text(team, tmp_path):
    ada, bo = team
    sent(ada, tmp_path / "sent.annobundle")
    taken(bo, tmp_path / "sent.annobundle")
    sent(ada, tmp_path / "quotes.annobundle", quotes_only=True)
    name, number, alter = WRONG["quote"]
    bad = tmp_path / "bad.annobundle"
    resealed(tmp_path / "quotes.annobundle", bad, altered(name, number, alter))
    with pytest.raises(DamagedBundleError, match=r"line 2: .*miniztry"):
        taken(bo, bad)


def without_people(_data):
    return b""


HARMFUL = {
    "nobody": ({layout.PEOPLE: without_people}, "there is no reviewer"),
    "newer": (
        altered(layout.ANNOTATIONS, 1, lambda line: line.update(modified="9999-01-01T00:00:00Z")),
        "newer than the bundle says",
    ),
    "counter": (
        altered(
            layout.ANNOTATIONS,
            1,
            lambda line: line.update({"x:version": dict.fromkeys(line["x:version"], 1 << 53)}),
        ),
        "version is none",
    ),
    "label": (
        altered(
            layout.ANNOTATIONS,
            1,
            lambda line: line["body"][0].update(source=f"urn:uuid:{uuid(77)}"),
        ),
        f"there is no label {uuid(77)}",
    ),
    "article": ({layout.ARTICLES: without_people}, "there is no article"),
    "name": (
        altered(layout.PEOPLE, 1, lambda line: line.update(name="A\0a")),
        "no name has",
    ),
}


@pytest.mark.parametrize("what", HARMFUL)
def test_what_nothing_explains_and_nobody_counts_is_refused(team, tmp_path, what):
    ada, bo = team
    alter, message = HARMFUL[what]
    sent(ada, tmp_path / "sent.annobundle")
    resealed(tmp_path / "sent.annobundle", tmp_path / "bad.annobundle", alter)
    assert verify_bundle(tmp_path / "bad.annobundle").problems
    with pytest.raises(DamagedBundleError, match=message):
        taken(bo, tmp_path / "bad.annobundle")


def test_texts_that_were_taken_out_are_missed(team, tmp_path):
    ada, bo = team
    sent(ada, tmp_path / "sent.annobundle")
    bad = tmp_path / "bad.annobundle"
    less = without_texts(tmp_path / "sent.annobundle")
    resealed(less, bad, {})
    assert any("is missing" in one.message for one in verify_bundle(bad).problems)
    with pytest.raises(DamagedBundleError, match=r"its text .* is missing"):
        taken(bo, bad)


def without_texts(path):
    """Copy a bundle without its texts, of which its manifest says nothing then."""
    target = path.with_name("less.annobundle")

    def unlisted(data):
        said = json.loads(data)
        said["files"] = [one for one in said["files"] if not layout.text_of(one["path"])]
        said["counts"]["texts"] = 0
        return canonical(said).encode()

    with zipfile.ZipFile(path) as file:
        texts = [one for one in file.namelist() if layout.text_of(one)]
    repacked(path, target, {**dict.fromkeys(texts), layout.MANIFEST: unlisted})
    return target


def test_quotes_alone_are_verified_with_the_texts_of_a_project(team, tmp_path):
    ada, _ = team
    path = tmp_path / "quotes.annobundle"
    sent(ada, path, quotes_only=True)
    bare = verify_bundle(path)
    verdict = verify_bundle(path, known_text=ada.queries.text_with)
    assert (bare.number, bare.quotes, bare.textless) == (0, 0, 2)
    assert (verdict.number, verdict.quotes, verdict.textless) == (0, 2, 0)
