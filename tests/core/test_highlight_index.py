from __future__ import annotations

import ast
import random
import sys
import tracemalloc
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core import highlight_index
from annotator.core.edit import Edit
from annotator.core.errors import InvertedSpanError
from annotator.core.highlight_index import LARGEST_POSITION, HighlightIndex
from annotator.core.index_errors import (
    DuplicateKeyError,
    KeyTooLargeError,
    PositionTooLargeError,
    UnknownKeyError,
)
from annotator.core.index_places import Places
from annotator.core.span import Span

# Combining marks, an emoji of three code points, right-to-left script, and what repeats.
SCRIPT = st.text("aa b\u0301é👩\u200d💻שלום\u0627\u0644.\n", max_size=40)


def highlights(count, seed, *, labels=12, places=20):
    chance = random.Random(seed)
    for key in range(count):
        start = chance.randrange(count * places)
        length = chance.choices([chance.randrange(90), chance.randrange(3000)], [9, 1])[0]
        yield key, start, start + length, chance.randrange(labels)


def user_order(items):
    return sorted(items, key=lambda item: (item[1], -item[2], item[0]))


@given(SCRIPT, SCRIPT, st.data())
def test_a_highlight_that_is_not_in_before_covers_the_very_same_text(text, inserted, data):
    ends = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(ends, ends), max_size=12))
    items = [(key, min(span), max(span), "claim") for key, span in enumerate(spans)]
    position = data.draw(ends)
    removed = data.draw(st.integers(0, len(text) - position))
    edited = text[:position] + inserted + text[position + removed :]
    index = HighlightIndex(items)
    effect = index.apply(Edit(position, removed, len(inserted)))
    reported = {key for key, *_ in effect.before}
    for key, start, end, _ in items:
        new_start, new_end, _ = index.get(key)
        assert 0 <= new_start <= new_end <= len(edited)
        if key not in reported:
            assert edited[new_start:new_end] == text[start:end]


@given(SCRIPT, SCRIPT, st.data())
def test_outside_the_dirty_span_every_code_point_is_covered_as_before(text, inserted, data):
    ends = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(ends, ends), max_size=8))
    index = HighlightIndex((key, min(s), max(s), 0) for key, s in enumerate(spans))
    position = data.draw(ends)
    removed = data.draw(st.integers(0, len(text) - position))

    def covering(length):
        full = {point: keys for a, b, keys in index.segments(0, length) for point in range(a, b)}
        return [full.get(point, ()) for point in range(length)]

    before = covering(len(text))
    dirty = index.apply(Edit(position, removed, len(inserted))).dirty
    after = covering(len(text) + len(inserted) - removed)
    kept = before[:position] + before[position + removed :]
    assert [set(keys) for keys in after[: dirty.start] + after[dirty.end :]] == [
        set(keys) for keys in kept
    ]


@given(st.lists(st.tuples(*[st.integers(0, 30)] * 2)), *[st.integers(0, 30)] * 3)
def test_an_edit_equals_its_deletion_followed_by_its_insertion(spans, place, removed, inserted):
    items = [(key, start, start + length, 0) for key, (start, length) in enumerate(spans)]
    at_once, by_halves = HighlightIndex(items), HighlightIndex(items)
    at_once.apply(Edit(place, removed, inserted))
    by_halves.apply(Edit(place, removed, 0))
    by_halves.apply(Edit(place, 0, inserted))
    assert list(at_once) == list(by_halves)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("labels", [3, 300])
def test_with_real_blocks_every_answer_survives_a_long_session(seed, labels):
    chance = random.Random(seed)
    items = {item[0]: item for item in highlights(3000, seed, labels=labels)}
    index = HighlightIndex(items.values())
    for step in range(900):
        position = chance.randrange(60_000)
        if step % 3 == 0:
            edit = Edit(position, chance.choice([0, 1, 40]), chance.choice([0, 1, 60, 900]))
            index.apply(edit)
            for key, start, end, label in items.values():
                span = edit.map_span(Span(start, end))
                items[key] = (key, span.start, span.end, label)
        elif step % 3 == 1:
            key = 3000 + step
            items[key] = (key, position, position + chance.randrange(5000), step % labels)
            index.add(*items[key])
        else:
            for key in chance.sample(sorted(items), 9):
                index.remove(key)
                del items[key]
        if step % 100 == 0:
            index._check()
            assert list(index) == user_order(items.values())
    label = next(iter(index.counts()))
    rows = user_order(item for item in items.values() if item[3] == label)
    points = {point for _, start, end, _ in rows for point in range(start, end)}
    assert index.covered(label) == len(points)
    for position in range(0, 80_000, 500):
        after = [row for row in rows if row[1] > position]
        before = [row for row in rows if row[1] < position]
        assert index.next_after(position, label) == (after[0] if after else None)
        assert index.previous_before(position, label) == (before[-1] if before else None)


def test_coverage_stays_exact_when_it_is_asked_after_every_change():
    index = HighlightIndex(highlights(300, seed=5, labels=4))
    index.add(1000, 0, 6000, 1)
    chance = random.Random(5)
    for key in range(300):
        index.covered()
        act = chance.randrange(4)
        if act == 0:
            index.remove(key)
        elif act == 1:
            index.relabel(key, chance.randrange(4))
        elif act == 2:
            index.apply(Edit(chance.randrange(6000), chance.randrange(50), chance.randrange(50)))
        else:
            index.add(2000 + key, 10 * key, 10 * key + chance.choice([0, 30, 4000]), 2)
        fresh = HighlightIndex(index)
        assert [index.covered(label) for label in (None, 0, 1, 2, 3)] == [
            fresh.covered(label) for label in (None, 0, 1, 2, 3)
        ]


def test_coverage_is_exact_after_more_changes_than_it_keeps_notes_of():
    index = HighlightIndex([(0, 0, 10, "claim")])
    assert index.covered("claim") == 10
    for _ in range(3000):
        index.apply(Edit(5, 0, 1))
    assert index.covered("claim") == 3010


def test_a_label_unknown_to_the_index_covers_nothing_and_is_nowhere():
    index = HighlightIndex([(1, 0, 9, "claim")])
    assert index.covered("opinion") == 0
    assert index.overlapping(0, 9, "opinion") == []
    assert index.next_after(-1, "opinion") is None
    assert index.previous_before(5, "opinion") is None


@given(st.integers(250, 600), st.integers(0, 600))
def test_more_labels_than_fit_into_a_byte_are_told_apart(count, first):
    rows = [(key, key, key + 2, f"label {key}") for key in range(count)]
    index = HighlightIndex(rows[:first])
    for row in rows[first:]:
        index.add(*row)
    index._check()
    for key in (0, count // 2, count - 1):
        assert index.overlapping(0, count, f"label {key}") == [rows[key]]
        assert index.next_after(-1, f"label {key}") == rows[key]
        assert index.previous_before(count, f"label {key}") == rows[key]


def test_a_label_new_to_a_full_byte_reaches_tiers_that_were_built_without_it():
    index = HighlightIndex((key, 0, key // 200 * 1000, key) for key in range(300))
    index.relabel(0, "three hundred and first")
    assert index.get(0) == (0, 0, "three hundred and first")


def test_equal_spans_are_kept_apart_by_their_keys():
    index = HighlightIndex((key, 4, 9, "claim") for key in range(2000))
    assert [key for key, *_ in index.at(4)] == list(range(2000))
    for key in range(0, 2000, 2):
        index.remove(key)
    index._check()
    assert [key for key, *_ in index.at(8)] == list(range(1, 2000, 2))


@pytest.mark.parametrize("in_order", [True, False])
@settings(max_examples=25, deadline=None)
@given(st.integers(0, 3000), st.integers(1, 900), st.integers(1, 400), st.booleans())
def test_extended_by_slices_it_is_what_it_is_when_built_at_once(
    in_order, count, size, labels, asked
):
    items = list(highlights(count, size, labels=labels))
    whole = HighlightIndex(items)
    index = HighlightIndex(keys=range(count))
    given = sorted(items, key=lambda item: item[1]) if in_order else items
    for first in range(0, count, size):
        index.extend(given[first : first + size])
        if asked:
            index.covered()
    index._check()
    assert list(index) == list(whole)
    assert (index.counts(), index.covered()) == (whole.counts(), whole.covered())


@pytest.mark.parametrize(
    "refused", [(1, 0, 4, "a"), (3, 5, 4, "a"), (3, 0, LARGEST_POSITION + 1, "a")]
)
def test_an_extension_that_is_refused_changes_nothing(refused):
    index = HighlightIndex([(1, 0, 4, "a")])
    before = list(index), dict(index.counts()), index.covered(), index.version
    with pytest.raises((DuplicateKeyError, InvertedSpanError, PositionTooLargeError)):
        index.extend([(2, 0, 9, "b"), refused])
    index._check()
    assert (list(index), dict(index.counts()), index.covered(), index.version) == before


def test_a_constructor_refuses_what_add_refuses():
    with pytest.raises(DuplicateKeyError):
        HighlightIndex([(1, 0, 2, "claim"), (1, 3, 4, "claim")])
    with pytest.raises(InvertedSpanError):
        HighlightIndex([(1, 3, 2, "claim")])
    with pytest.raises(PositionTooLargeError):
        HighlightIndex([(1, 3, LARGEST_POSITION + 1, "claim")])
    with pytest.raises(KeyTooLargeError):
        HighlightIndex([(1 << 63, 3, 4, "claim")])


def test_a_key_of_more_than_64_bits_is_refused():
    index = HighlightIndex([(-(1 << 63), 3, 4, "claim")])
    for key in (1 << 63, -(1 << 63) - 1):
        with pytest.raises(KeyTooLargeError):
            index.add(key, 3, 4, "claim")
        with pytest.raises(KeyTooLargeError):
            index.extend([(key, 3, 4, "claim")])
    assert list(index) == [(-(1 << 63), 3, 4, "claim")]


def test_the_first_and_last_key_and_place_are_taken_by_every_way_in():
    outermost = -(1 << 63), LARGEST_POSITION, LARGEST_POSITION, "claim"
    last = (1 << 63) - 1, 0, LARGEST_POSITION, "claim"
    added, extended = HighlightIndex(), HighlightIndex()
    for row in (outermost, last):
        added.add(*row)
        extended.extend([row])
    assert list(added) == list(extended) == list(HighlightIndex([last, outermost]))
    added.move(outermost[0], 0, LARGEST_POSITION)
    with pytest.raises(PositionTooLargeError):
        added.move(outermost[0], 0, LARGEST_POSITION + 1)
    added._check()


def test_an_edit_up_to_the_last_position_is_carried_out():
    index = HighlightIndex([(1, 3, LARGEST_POSITION - 1, "claim")])
    index.apply(Edit(5, 0, 1))
    assert index.get(1) == (3, LARGEST_POSITION, "claim")


def test_an_edit_past_the_last_position_changes_nothing():
    index = HighlightIndex([(1, 3, LARGEST_POSITION, "claim")])
    with pytest.raises(PositionTooLargeError) as caught:
        index.apply(Edit(5, 0, 1))
    assert caught.value.position == LARGEST_POSITION + 1
    assert (list(index), index.version) == ([(1, 3, LARGEST_POSITION, "claim")], 0)
    index.apply(Edit(5, 1, 1))
    assert index.covered() == LARGEST_POSITION - 3


def test_errors_name_the_key():
    index = HighlightIndex([(1, 0, 2, "claim")])
    with pytest.raises(UnknownKeyError, match="no highlight 2"):
        index.remove(2)
    with pytest.raises(DuplicateKeyError, match="highlight 1 already"):
        index.add(1, 0, 2, "claim")


def test_a_label_that_cannot_be_hashed_is_refused_and_changes_nothing():
    index = HighlightIndex([(1, 0, 2, "claim")])
    for call in (lambda: index.add(2, 0, 9, []), lambda: index.relabel(1, [])):
        with pytest.raises(TypeError):
            call()
    assert (list(index), index.version) == ([(1, 0, 2, "claim")], 0)
    index._check()


FAR = 1 << 40


@pytest.mark.parametrize("wrong", [2.0, 2.5, float("nan"), "2", None, Fraction(2)])
@pytest.mark.parametrize(
    "call",
    [
        lambda index, wrong: index.add(wrong, 0, 9, "new"),
        lambda index, wrong: index.add(7, wrong, 9, "new"),
        lambda index, wrong: index.add(7, 0, wrong, "new"),
        lambda index, wrong: index.move(1, wrong, 9),
        lambda index, wrong: index.move(1, 0, wrong),
        lambda index, wrong: index.move(FAR, 0, wrong),
        lambda index, wrong: index.extend([(7, 0, 1, "new"), (wrong, 0, 9, "new")]),
        lambda index, wrong: index.extend([(7, wrong, 9, "new")]),
        lambda index, wrong: index.extend([(7, 0, wrong, "new")]),
        lambda index, wrong: index.apply(Edit(wrong, 0, 1)),
        lambda index, wrong: index.apply(Edit(0, wrong, 1)),
        lambda index, wrong: index.apply(Edit(0, 0, wrong)),
        lambda _, wrong: HighlightIndex([(wrong, 0, 9, "new")]),
        lambda _, wrong: HighlightIndex([(7, wrong, 9, "new")]),
        lambda _, wrong: HighlightIndex(keys=[wrong]),
    ],
)
def test_a_number_that_is_not_whole_is_refused_and_changes_nothing(call, wrong):
    index = HighlightIndex([(1, 0, 4, "claim"), (FAR, 2, 9, "opinion")])
    state = list(index), dict(index.counts()), index.covered(), index.version
    with pytest.raises(TypeError):
        call(index, wrong)
    index._check()
    assert (list(index), dict(index.counts()), index.covered(), index.version) == state


def test_a_number_of_another_class_is_taken_for_its_value():
    class Row:
        def __index__(self):
            return 2

    index = HighlightIndex([(1, 0, 1, "claim")])
    index.add(Row(), Row(), 9, "claim")
    index.move(1, 0, Row())
    index._check()
    assert index.get(2) == (2, 9, "claim")
    assert index.get(1) == (0, 2, "claim")


def test_a_highlight_that_went_leaves_room_for_edits():
    index = HighlightIndex([(1, 0, LARGEST_POSITION, "claim"), (2, 4, 9, "claim")])
    index.remove(1)
    index.apply(Edit(0, 0, 1))
    index._check()
    assert index.get(2) == (5, 10, "claim")
    with pytest.raises(PositionTooLargeError):
        index.apply(Edit(6, 0, LARGEST_POSITION))
    assert index.covered() == 5


def test_a_highlight_that_went_leaves_room_up_to_the_last_position():
    index = HighlightIndex([(1, 0, LARGEST_POSITION, "claim"), (2, 4, LARGEST_POSITION - 1, "b")])
    index.remove(1)
    index.apply(Edit(5, 0, 1))
    assert index.get(2) == (4, LARGEST_POSITION, "b")


def test_text_that_comes_in_past_the_last_position_is_refused():
    index = HighlightIndex([(1, 0, 4, "claim")])
    with pytest.raises(PositionTooLargeError):
        index.apply(Edit(9, 0, LARGEST_POSITION))
    index.apply(Edit(9, 0, LARGEST_POSITION - 9))
    assert list(index) == [(1, 0, 4, "claim")]


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (lambda tiers: tiers[0].blocks[0].starts.reverse(), "starts descend"),
        (lambda tiers: tiers[0].blocks[0].lengths.append(3), "columns differ"),
        (lambda tiers: tiers[0].blocks[0].lengths.insert(0, 128), "breaks the limit"),
        (lambda tiers: tiers[0].blocks[-1].lengths.insert(40, 60), "ends more than"),
        (lambda tiers: tiers[0].blocks[0].codes.insert(0, 1), "rows for 600 keys"),
        (lambda tiers: tiers[0].blocks[0].tags.reverse(), "not those of the keys"),
        (lambda tiers: tiers[0].places.pop(0), "out of place"),
        (lambda tiers: tiers[0].blocks.reverse(), "believes it is"),
        (lambda tiers: tiers[0].bases.insert(0, 0), "4 bases for 3 blocks"),
        (lambda tiers: tiers[0].bases.shift(1, -10_000), "past the base"),
        (lambda tiers: tiers[0].blocks[1].delete(0), "rows for 600 keys"),
    ],
)
def test_the_check_names_damage_and_dumps_the_state(damage, fault):
    index = HighlightIndex((key, key, key + 1 + key % 9, key % 2) for key in range(600))
    index._check()
    damage(index._shelves.tiers)
    with pytest.raises(
        AssertionError, match=rf"(?s){fault}.*tier 0 below 128, block 0 at 0: starts"
    ):
        index._check()


@pytest.mark.parametrize("spread", [1, 10**9], ids=["close keys", "scattered keys"])
def test_a_highlight_takes_seventy_bytes_at_most(spread):
    items = [(key * spread, *rest) for key, *rest in highlights(20_000, seed=1)]
    HighlightIndex(items[:100])
    tracemalloc.start()
    index = HighlightIndex(items)
    retained, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert retained / len(index) <= 70


@given(st.lists(st.integers(-300, 900), unique=True), st.lists(st.integers(-300, 900)))
def test_places_are_a_mapping(first, later):
    places, mirror = Places(first), {}
    for number, key in enumerate([*first, *later]):
        if key in mirror and number % 2:
            places.pop(key)
            del mirror[key]
        elif key in mirror:
            places.move([key], number)
            mirror[key] = number
        else:
            places.put(key, number)
            mirror[key] = number
        assert len(places) == len(mirror)
    assert {key: places.get(key) for key in mirror} == mirror
    assert all(places.get(key) is None for key in range(-310, 910) if key not in mirror)


def test_the_index_needs_the_standard_library_alone():
    folder = Path(highlight_index.__file__).parent
    for source in (folder / "highlight_index.py", *folder.glob("index_*.py")):
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            assert not isinstance(node, ast.Import)
            if isinstance(node, ast.ImportFrom):
                room = node.module.split(".")[0]
                assert room in sys.stdlib_module_names or node.module.startswith("annotator.core.")
