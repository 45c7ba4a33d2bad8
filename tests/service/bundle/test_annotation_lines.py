from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.service.bundle.contents import HASHES, JSON_VALUES, shared_objects, uuid

from annotator.core.exchange_errors import QuoteMismatchError
from annotator.service.bundle.annotation_lines import About, decoded, encoded, quotes
from annotator.service.bundle.lines import LineError, in_order, parsed
from annotator.service.bundle.shapes import faults
from annotator.team.shared import SharedObject, Value, canonical

NOBODY = About(lambda _id: "", lambda _id: "", lambda _sha256: None)
TEXT = "The dam broke — «нет», said 👻 the mayor of the town. " * 3
SHA = "a" * 64


def knowing(text):
    return About(lambda _id: "official", lambda _id: "Olena", lambda _sha256: text)


def highlight(entry, **fields):
    me = {uuid(1): 1}
    made = {"article": uuid(5), "created": "2026-11-22T09:00:00Z"}
    values = {"made": made, "place": {SHA: entry}, **fields}
    return SharedObject(
        "highlight", uuid(9), me, {name: (Value(me, each),) for name, each in values.items()}
    )


@given(shared_objects("highlight"))
@settings(max_examples=60)
def test_an_annotation_gives_back_its_highlight_whatever_became_of_it(one):
    line = canonical(encoded(one, NOBODY))
    back = decoded(parsed(line))
    assert back == in_order(one)
    assert canonical(encoded(back, NOBODY)) == line
    assert list(faults(back)) == []


@given(st.lists(st.tuples(st.integers(0, 150), st.integers(1, 9)), min_size=1, max_size=3))
def test_quotes_are_the_text_at_their_places_and_tell_what_is_around(places):
    spans = [[start, start + size] for start, size in places]
    quote = " … ".join(TEXT[start:end] for start, end in spans)
    line = encoded(highlight({"spans": spans, "quote": quote}), knowing(TEXT))
    for one, (start, end) in zip(quotes(line), spans, strict=True):
        assert (one.start, one.end, one.exact) == (start, end, TEXT[start:end])
        assert TEXT.startswith(one.prefix + one.exact + one.suffix, max(0, start - 32))
    assert ("items" in line["target"]) == (len(spans) > 1)


def test_one_that_lost_its_place_is_found_by_the_words_that_were_around_it():
    lost = {"outcome": "lost", "prefix": "the old ", "suffix": " broke", "candidates": []}
    entry = {"spans": [[4, 4]], "quote": "bridge", "cue": None, "unplaced": lost}
    line = encoded(highlight(entry), knowing(TEXT))
    (one,) = quotes(line)
    assert (one.start, one.exact, one.prefix, one.suffix) == (4, "bridge", "the old ", " broke")
    assert decoded(line).shown("place") == {SHA: entry}


def test_a_quote_is_checked_against_its_text():
    with pytest.raises(QuoteMismatchError):
        encoded(highlight({"spans": [[0, 3]], "quote": "Teh"}), knowing(TEXT))


def test_bodies_and_targets_of_later_programs_are_kept():
    one = highlight({"spans": [[0, 3]], "quote": "The"}, label=uuid(3))
    line = json.loads(canonical(encoded(one, NOBODY)))
    line["body"].append({"type": "TextualBody", "value": "note"})
    line["target"]["state"] = {"type": "TimeState"}
    assert json.loads(canonical(encoded(decoded(line), NOBODY))) == line


@given(shared_objects("highlight"), st.randoms(use_true_random=False), JSON_VALUES)
@settings(max_examples=60)
def test_any_annotation_is_a_highlight_or_told_as_none(one, chance: random.Random, strange):
    line = json.loads(canonical(encoded(one, NOBODY)))
    inside, name = line, chance.choice(sorted(line))
    while inside[name] and isinstance(inside[name], dict | list) and chance.random() < 0.8:
        inside = inside[name]
        names = sorted(inside) if isinstance(inside, dict) else range(len(inside))
        name = chance.choice(list(names))
    inside[name] = strange
    try:
        found = decoded(line)
        quotes(line)
    except LineError:
        return
    assert all(isinstance(fault, str) for fault in faults(found))


@given(HASHES)
@settings(max_examples=3)
def test_a_highlight_of_several_texts_is_shown_in_one_and_kept_in_all(sha256):
    places = {
        one: {"spans": [[0, 3]], "quote": "The", "cue": None, "unplaced": None}
        for one in (sha256, "f" * 64, SHA)
    }
    one = highlight({}, place=places)
    line = encoded(one, NOBODY)
    assert line["target"]["x:textSha256"] == min(places)
    assert decoded(line) == one
