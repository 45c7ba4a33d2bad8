from __future__ import annotations

from hashlib import blake2b

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.likeness import ONE_IN, RUN, resemblance, shingles, text_shingles
from annotator.core.words import words

WORDS = st.lists(
    st.sampled_from(["dam", "held", "rain", "night", "said", "water", "they", "never", "came"])
)
SAMPLES = st.sets(st.integers(0, 20))


@given(WORDS, WORDS, WORDS)
def test_a_part_has_no_run_that_the_whole_lacks(before, part, after):
    assert shingles(part) <= shingles([*before, *part, *after])


@given(st.lists(st.text("ab ё水", max_size=30), max_size=6))
def test_the_sample_of_a_text_is_that_of_its_paragraphs(paragraphs):
    apart = set().union(*(shingles(words(one)) for one in paragraphs))
    assert text_shingles("\n".join(paragraphs)) == apart


@given(SAMPLES, SAMPLES)
def test_likeness_is_mutual_whole_with_itself_and_nothing_with_nothing_shared(one, other):
    assert resemblance(one, other) == resemblance(other, one)
    assert resemblance(one, one) == bool(one)
    assert (resemblance(one, other) == 0) == one.isdisjoint(other)


def test_one_run_in_eight_is_kept():
    many = [f"word{number}" for number in range(8000 + RUN - 1)]
    assert 850 < len(shingles(many)) < 1150


@given(WORDS)
def test_a_run_is_kept_by_a_polynomial_of_its_words(chosen):
    values = [
        int.from_bytes(blake2b(word.encode(), digest_size=7).digest(), "big") for word in chosen
    ]
    runs = zip(*(values[first:] for first in range(RUN)), strict=False)
    hashes = {
        sum(v * 1_000_003 ** (RUN - 1 - n) for n, v in enumerate(run)) % (2**61 - 1) for run in runs
    }
    assert shingles(chosen) == {one for one in hashes if one % ONE_IN == 0}
