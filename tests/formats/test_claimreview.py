from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from tests.examples import share
from tests.formats.rich_project import rich_project
from tests.formats.round_trips import came_back, written
from tests.formats.sending import article, highlight, projects, sent
from tests.formats.verified import assert_verified

from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.records import Evidence
from annotator.formats.claimreview import OURS, ClaimReviewFormat
from annotator.service.exchange_ports import ExchangeOptions, Loss
from annotator.service.verifying import verify

FORM = ClaimReviewFormat()
CLAIM = {
    "speaker": "Minister Ann",
    "affiliation": "Ministry of Water",
    "restated": "The dam holds.",
    "claim_date": "2026-03-02",
    "verdict": "Mostly False",
    "justification": "It broke.",
    "evidence": (Evidence(url="https://example.org/e", title="Pictures"), Evidence()),
}


def reviews(path):
    return json.loads(path.read_text("utf-8"))["@graph"]


def test_a_verdict_becomes_a_review_of_the_claim(tmp_path):
    made = sent(article("They said: the dam holds.", highlight((11, 24), **CLAIM)))
    assert written(FORM, made, tmp_path / "a.jsonld") == [
        Loss("highlights without a verdict", 0, "only reviewed claims are written")
    ]
    (review,) = reviews(tmp_path / "a.jsonld")
    row = review.pop(OURS)["@value"]
    (one,) = made.made[0].made
    assert row["quote"] == "the dam holds"
    assert review == {
        "@type": "ClaimReview",
        "@id": f"urn:uuid:{one.highlight.id}",
        "url": "https://example.org/dam",
        "datePublished": "2026-03-04",
        "author": {"@type": "Person", "name": "Olena, of the desk"},
        "claimReviewed": "The dam holds.",
        "itemReviewed": {
            "@type": "Claim",
            "author": {
                "@type": "Person",
                "name": "Minister Ann",
                "affiliation": {"@type": "Organization", "name": "Ministry of Water"},
            },
            "datePublished": "2026-03-02",
            "appearance": {
                "@type": "NewsArticle",
                "url": "https://example.org/dam#:~:text=the%20dam%20holds",
                "headline": "The dam",
                "datePublished": "2026-03-01",
                "author": [{"@type": "Person", "name": "Ann Lee"}],
                "publisher": {"@type": "Organization", "name": "The Gazette"},
                "inLanguage": "en",
            },
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 2,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": "Mostly False",
        },
        "reviewBody": "It broke.",
        "citation": [{"@type": "CreativeWork", "url": "https://example.org/e", "name": "Pictures"}],
    }


def test_a_verdict_beside_the_scale_has_no_number_and_what_is_empty_is_left_out(tmp_path):
    made = sent(article("a b c", highlight((0, 1), (4, 5), verdict="Satire"), url=""))
    written(FORM, made, tmp_path / "a.jsonld")
    (review,) = reviews(tmp_path / "a.jsonld")
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "Satire"}
    assert review["claimReviewed"] == "a … c"
    assert not review.keys() & {"url", "citation", "reviewBody"}
    assert review["itemReviewed"].keys() == {"@type", "appearance"}


def test_each_span_has_its_part_of_the_link(tmp_path):
    made = sent(article("a b c", highlight((0, 1), (4, 5), verdict="True")))
    written(FORM, made, tmp_path / "a.jsonld")
    (review,) = reviews(tmp_path / "a.jsonld")
    address = review["itemReviewed"]["appearance"]["url"]
    assert address == "https://example.org/dam#:~:text=a&text=c"


@given(made=projects())
@settings(max_examples=share(4))
def test_what_is_written_can_be_verified_and_the_rest_is_counted(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("reviews") / "a.jsonld"
    losses = written(FORM, made, target)
    assert reviews(target) == []
    assert losses[0].count == sum(len(one.made) for one in made.made)
    assert_verified(FORM, target, made, highlights=0)


def test_every_review_is_verified_against_its_text(tmp_path):
    target = tmp_path / "a.jsonld"
    made = sent(
        article("one 👻 two", highlight((4, 5), verdict="False"), highlight((0, 3))),
        article("السد انهار", highlight((0, 4), verdict="True"), name="b"),
    )
    written(FORM, made, target)
    assert_verified(FORM, target, made, highlights=2)
    target.write_text(target.read_text("utf-8").replace('"start": 4', '"start": 0'), "utf-8")
    assert_verified(FORM, target, made, highlights=2, problems=1)


def test_those_that_lost_their_place_are_told_without_a_link(tmp_path):
    written(FORM, rich_project(), tmp_path / "a.jsonld")
    (review,) = reviews(tmp_path / "a.jsonld")
    assert review[OURS]["@value"]["claim"]["verdict"] == "Half true"
    assert_verified(FORM, tmp_path / "a.jsonld", rich_project(), highlights=1)


def test_reviews_of_others_and_damaged_ones_are_told(tmp_path):
    target = tmp_path / "a.jsonld"
    made = sent(article("a b", highlight((0, 1), verdict="True"), highlight((2, 3), verdict="x")))
    written(FORM, made, target)
    told = json.loads(target.read_text("utf-8"))
    told["@graph"][0]["@id"] = "urn:uuid:another"
    told["@graph"] += [{"@type": "ClaimReview"}, 7]
    target.write_text(json.dumps(told), "utf-8")
    items = list(FORM.read(target, ExchangeOptions()).items())
    errors = [one for one in items if isinstance(one, DamagedAnnotationsError)]
    assert [one.place for one in errors] == ["object 1", "object 3", "object 4"]
    assert sum(len(one.highlights) for one in items if one not in errors) == 1


def test_an_empty_file_is_one_and_graphs_of_others_are_none(tmp_path):
    written(FORM, sent(), tmp_path / "a.jsonld")
    assert FORM.fits(tmp_path / "a.jsonld", (tmp_path / "a.jsonld").read_bytes())
    assert came_back(FORM, tmp_path / "a.jsonld")[1] == []
    for other in (
        b'{"@context": "http://www.w3.org/ns/anno.jsonld", "@graph": []}',
        b'{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle"}]}',
        b'{"@context": "https://schema.org", "@type": "ClaimReview"}',
        b"",
    ):
        assert not FORM.fits(tmp_path / "b", other)


def test_the_same_project_makes_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        written(FORM, rich_project(), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"claimReviewed": "The dam', '"claimReviewed": "A dam'),
        ('"alternateName": "Mostly F', '"alternateName": "Mostly f'),
        ('"headline": "The', '"headline": "A'),
        ('"reviewBody"', '"reviewBoby"'),
        ("org/dam#", "org/dan#"),
    ],
)
def test_a_review_that_does_not_show_what_its_highlight_says_is_told(tmp_path, old, new):
    made = sent(article("They said: the dam holds.", highlight((11, 24), **CLAIM)))
    written(FORM, made, tmp_path / "a.jsonld")
    assert not verify(FORM.read(tmp_path / "a.jsonld", ExchangeOptions())).number
    text = (tmp_path / "a.jsonld").read_text("utf-8")
    assert old in text
    (tmp_path / "a.jsonld").write_text(text.replace(old, new, 1), "utf-8")
    assert verify(FORM.read(tmp_path / "a.jsonld", ExchangeOptions())).problems
