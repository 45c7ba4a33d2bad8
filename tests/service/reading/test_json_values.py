from __future__ import annotations

import io
import json
from contextlib import suppress
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.service.reading import json_values
from annotator.service.reading.json_values import BadJsonError, JsonStream, value_of

VALUES = st.recursive(
    st.none() | st.booleans() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.lists(st.dictionaries(st.text(max_size=3).map("k".__add__), VALUES, max_size=4))


class Dripping(io.StringIO):
    """A text that comes a few characters at a time."""

    def __init__(self, text, size):
        super().__init__(text)
        self.size = size

    def read(self, _size=-1):
        return super().read(self.size)


@settings(max_examples=40)
@given(
    RECORDS,
    st.integers(1, 9),
    st.sampled_from(["{}", '{{"a": 1, "items": {}, "b": []}}', '{{"data": {{"docs": {}}}}}']),
)
def test_a_list_is_read_alike_whatever_arrives_at_a_time(records, size, around):
    if around != "{}" and not records:
        return
    text = around.format(json.dumps(records, indent=1))
    assert list(JsonStream(Dripping(text, size)).records()) == records


@settings(max_examples=40)
@given(VALUES, st.integers(1, 9))
def test_a_value_put_together_piece_by_piece_is_that_of_the_whole_text(value, size):
    text = json.dumps(value, indent=1)
    with patch.object(json_values, "_CHUNK", 1):
        assert JsonStream(Dripping(text, size)).whole() == value == value_of(text)


def test_lists_that_nobody_wants_are_passed_over_and_long_ones_cut():
    value = {"tokens": [{"at": 1}] * 9, "spans": [{"tokens": [1, 2]}] * 3}
    streams = [{"passed": frozenset({"tokens"})}, {"most": 2}]
    with patch.object(json_values, "_CHUNK", 1):
        passed, cut = (JsonStream(io.StringIO(json.dumps(value)), **one).whole() for one in streams)
    assert passed == {"tokens": [], "spans": [{"tokens": []}] * 3}
    assert (len(cut["tokens"]), len(cut["spans"])) == (2, 2)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"a": ["%s"], "a": 1}', "twice"),
        ("[" * 99 + '["%s", ' * 99, "nested too deeply"),
        ('{"a": [1, "%s", oops]}', "expecting value at character"),
        ('{"a": ["%s" 1]}', "missing before “1”"),
        ('["%s"] []', "“\\[” follows"),
        ('{"a": ["%s"', "ends too early"),
    ],
)
def test_what_is_wrong_far_behind_in_a_long_value_is_told(text, why):
    with pytest.raises(BadJsonError, match=why):
        JsonStream(io.StringIO(text.replace("%s", "x" * 100_000))).whole()


@given(st.lists(st.integers() | st.floats()), st.integers(1, 9))
def test_numbers_are_kept_as_they_are_written(numbers, size):
    text = json.dumps(numbers)
    known = [json.dumps(one) if json.dumps(one)[-1].isdigit() else None for one in numbers]
    assert list(JsonStream(Dripping(text, size)).records()) == known


@given(st.text(alphabet='[]{}",:\\ 1eNa\n'), st.integers(1, 5))
def test_what_is_no_json_is_refused_and_nothing_else_happens(text, size):
    found = []
    with suppress(BadJsonError):
        found.extend(JsonStream(Dripping(text, size)).records())
    assert all(one is None or isinstance(one, (str, list, dict, bool)) for one in found)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"a": 1, "a": 2}', "twice"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a": ' * 100_000, "nested too deeply"),
        ('{"a": "b', "unterminated string starting at character 7"),
    ],
)
def test_a_value_that_is_refused_tells_why(text, why):
    with pytest.raises(BadJsonError, match=why):
        value_of(text)


def test_a_place_counts_from_the_beginning_of_the_text():
    text = '[{"a": "' + "x" * 100_000 + '"}, {"b": oops}, {"c": "' + "y" * 100_000 + '"}]'
    with pytest.raises(BadJsonError, match=f"at character {text.index('oops') + 1}$"):
        list(JsonStream(io.StringIO(text)).records())


def test_a_list_under_a_key_comes_piece_by_piece_and_the_rest_beside():
    text = '{"a": 1, "items": [[1], null, {"b": 2}], "c": {"items": [9]}}'
    beside = {}
    assert list(JsonStream(io.StringIO(text)).items_under("items", beside)) == [
        ["1"],
        None,
        {"b": "2"},
    ]
    assert beside == {"a": "1", "c": {"items": ["9"]}}


@pytest.mark.parametrize("text", ["", "[1]", '{"items": [1', '{"items" [1]}'])
def test_what_has_no_list_under_a_key_says_why(text):
    with pytest.raises(BadJsonError):
        list(JsonStream(io.StringIO(text)).items_under("items", {}))
