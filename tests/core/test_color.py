from __future__ import annotations

import tomllib
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.color import BadColorError, contrast, distance, least_distance
from annotator.formats.codebook_toml import read_codebook
from annotator.paths import resource

COLORS = st.from_regex(r"\A#[0-9A-Fa-f]{6}\Z")
# Labels stay apart by five times what is just noticeable, nearly; text stands out from its page.
APART, LEGIBLE = 0.095, 4.5


def page(theme):
    return tomllib.loads(resource("themes", f"{theme}.toml").read_text("utf-8"))["surface"]["page"]


def offered(theme):
    read = tomllib.loads(resource("codebook", "palette.toml").read_text("utf-8"))
    return [color[theme] for color in read["color"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_palette_keeps_apart_for_every_kind_of_eyes(theme):
    assert min(least_distance(*pair) for pair in combinations(offered(theme), 2)) >= APART


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_palette_stands_out_from_the_page(theme):
    assert min(contrast(color, page(theme)) for color in offered(theme)) >= LEGIBLE


def test_the_built_in_labels_wear_the_first_colors_of_the_palette():
    labels = read_codebook(resource("codebook", "fact-checking.toml")).labels
    assert [label.color_light for label in labels] == offered("light")[: len(labels)]
    assert [label.color_dark for label in labels] == offered("dark")[: len(labels)]


@pytest.mark.parametrize(
    "color", ["", "red", "#12345", "#1234567", "#12345G", "0072B2#", "#٠٠٠٠٠٠"]
)
def test_what_is_no_color_is_refused(color):
    with pytest.raises(BadColorError, match="is no color"):
        contrast(color, "#FFFFFF")


@given(COLORS, COLORS)
def test_contrast_and_distance_are_the_same_both_ways(one, other):
    assert contrast(one, other) == contrast(other, one) >= 1
    assert distance(one, other) == distance(other, one) >= least_distance(one, other) >= 0
