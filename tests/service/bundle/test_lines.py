from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.service.bundle.contents import JSON_VALUES, shared_objects

from annotator.service.bundle.lines import LineError, decoded, encoded, in_order, parsed
from annotator.service.bundle.shapes import faults
from annotator.team.fields import KINDS
from annotator.team.shared import SharedObject, canonical

PLAIN = sorted(set(KINDS) - {"highlight"})
ME, YOU = ("00000000-0000-0000-0000-00000000000" + one for one in "12")


@given(st.sampled_from(PLAIN).flatmap(shared_objects))
@settings(max_examples=40)
def test_a_line_gives_back_its_object_whatever_became_of_it(one):
    line = canonical(encoded(one, kind=True))
    back = decoded(parsed(line), one.kind)
    assert back == in_order(one)
    assert canonical(encoded(back, kind=True)) == line
    assert list(faults(back)) == []


def test_what_a_later_program_says_is_kept_and_written_back():
    line = {
        "id": ME,
        "version": {ME: 2},
        "key": "official",
        "due": {"soon": [1]},
        "dots": {"due": {ME: 1}},
        "rivals": {"due": [[{YOU: 1}, "later"]]},
    }
    one = decoded(line, "label")
    assert set(one.fields) == {"key"}
    assert encoded(one) == line


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a":1,"a":2}', "twice"),
        ('{"a":NaN}', "no number"),
        ('{"a":1e999}', "too large"),
        ('{"a":"\\ud800"}', "no JSON"),
        ('{"a":' + "[" * 70 + "]" * 70 + "}", "too deeply"),
        ("[" * 100_000, "too deeply"),
        ('{"a":' + "9" * 5_000 + "}", "no JSON"),
        ('{"a":1} {"b":1}', "no JSON"),
        ("", "no JSON"),
    ],
)
def test_a_line_that_could_do_harm_is_told(text, reason):
    with pytest.raises(LineError, match=reason):
        parsed(text)


def test_lines_of_others_may_have_spaces():
    assert parsed('{ "b": 1, "a": [1.50, "\\u00e9"] }') == {"a": [1.5, "é"], "b": 1}


@given(st.sampled_from(PLAIN).flatmap(shared_objects), st.data())
@settings(max_examples=60)
def test_any_line_is_an_object_or_told_as_none(one, data):
    line = json.loads(canonical(encoded(one, kind=True)))
    for _ in range(data.draw(st.integers(1, 2))):
        inside, name = line, data.draw(st.sampled_from(sorted(line)))
        while isinstance(inside[name], dict) and inside[name] and data.draw(st.booleans()):
            inside = inside[name]
            name = data.draw(st.sampled_from(sorted(inside)))
        inside[name] = data.draw(JSON_VALUES)
    try:
        found = decoded(line, one.kind)
    except LineError:
        return
    assert isinstance(found, SharedObject)
    assert all(isinstance(fault, str) for fault in faults(found))
