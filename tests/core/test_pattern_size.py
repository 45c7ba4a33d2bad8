from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.pattern_size import MOST_PARTS, has_mixed_spacing, parts_of

LARGE = [
    "((((.?){99}){99}){99}){99}",
    "(?P<a>(?<b>(?:(?>.?){99}){99}){99}){99,}",
    "(((.?){99}+){99}?){99}",
    "(((.?)(?#){99})(?#\\)){99}){99}",
    r"[{](((.?){99}){99}){99}",
    r"[]{](((.?){99}){99}){99}",
    r"[[:alpha:](](((.?){99}){99}){99}",
    r"\[(((.?){99}){99}){99}",
    r"\p{Lu}(((\N{DIGIT ONE}){99}){99}){99}",
    "(?x)# [ (\n(((.?) { 9 9 } ){99}# {\n){9#,\n9}",
    "(?x)# [\n # ]\n(((.?){99}){99}){99}",
    "(" * 40 + "a" + ")+" * 40,
    "(" * 40 + "a" + "){1,2}" * 40,
    "(" + ".?" * 400 + "){9999}",
    "({aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}){999}",
    "(?=(?!(?<=(a{99}){99}){99}))",
]
FINE = [
    r"\d{4}-\d{2}-\d{2}",
    r"(\w+\W+){0,50}dam",
    r"(?:[A-Z]\w+\s+){2,6}",
    "[{99}]{3}" * 20,
    r"\{99\}" * 20,
    "(?x) (dam) \\s+ (safe)  # {99} {99} {99} {99}",
    "(?:seepage){e<=2}" * 10,
    "(((.?){0,99}){0,99}){0,99}",
]


@pytest.mark.parametrize("pattern", LARGE)
def test_what_multiplies_is_seen_however_it_is_written(pattern):
    assert parts_of(pattern) > MOST_PARTS


@pytest.mark.parametrize("pattern", FINE)
def test_what_people_write_is_small(pattern):
    assert parts_of(pattern) < MOST_PARTS / 4


@pytest.mark.parametrize("pattern", ["(?x:a # [\n)", "(?x)a(?-x: b)", "(?V1)(?x)a", "(?i-x)a"])
def test_white_space_that_counts_in_a_part_alone_is_told(pattern):
    assert has_mixed_spacing(pattern)
    assert not has_mixed_spacing("(?x)" + "a(?i:x)" + r"(?P<x>x)")


ATOMS = st.sampled_from(["a", ".?", "[{(]", r"\(", r"\p{L}", "(?#{9})b", "[]a]"])
COUNTS = st.sampled_from(["", "+", "*", "{2}", "{3}", "{0,2}", "{2,}", "{1,3}", "{2}?", "{3}+"])


@given(
    st.recursive(
        ATOMS,
        lambda inner: st.tuples(
            st.sampled_from(["(", "(?:", "(?>", "(?i:"]), st.lists(inner, min_size=1), COUNTS
        ).map(lambda one: f"{one[0]}{''.join(one[1])}){one[2]}"),
        max_leaves=8,
    ),
    st.integers(2, 5),
)
def test_a_pattern_is_as_large_as_it_is_written_out(pattern, count):
    assert regex.compile(pattern, cache_pattern=False)
    size = parts_of(pattern)
    assert parts_of(f"(?:{pattern}){{{count}}}") >= count * size
    assert parts_of(f"[{{99}}(]{pattern}") == size + 1
