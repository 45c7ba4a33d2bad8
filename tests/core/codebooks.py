"""Codebooks of every kind, for laws."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from hypothesis import strategies as st

from annotator.core.claim_fields import ALL_FIELDS
from annotator.core.codebook_rules import LINE_STYLES
from annotator.core.records import Codebook, Label

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
NAMES = TEXTS.filter(lambda text: text.strip() != "")
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
COLORS = st.from_regex("#[0-9A-Fa-f]{6}", fullmatch=True)
SIGNS = st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789äß茶\"\\'#")


@st.composite
def labels(draw, number, sign, below=None):
    return Label(
        id=str(UUID(int=number + 1)),
        key=draw(st.sampled_from(("claim", "opinion", "Größe", "a-b_c"))) + str(number),
        name=draw(NAMES),
        letter=sign,
        color_light=draw(COLORS),
        color_dark=draw(COLORS),
        line_style=draw(st.sampled_from(LINE_STYLES)),
        shortcut=draw(st.sampled_from(("", sign))),
        position=number,
        definition=draw(TEXTS),
        tests=draw(LISTS),
        edge_cases=draw(LISTS),
        examples=draw(LISTS),
        parent_id=below,
        archived=draw(st.booleans()),
        fields=tuple(draw(st.lists(st.sampled_from(ALL_FIELDS), max_size=3, unique=True))),
        revised=draw(st.integers(0, 9)),
    )


@st.composite
def codebooks(draw):
    signs = draw(st.lists(SIGNS, max_size=4, unique_by=str.casefold))
    found = []
    for number, sign in enumerate(signs):
        above = draw(st.sampled_from([None, *(one.id for one in found)]))
        found.append(draw(labels(number, sign, above)))
    verdicts = draw(st.lists(NAMES, max_size=3, unique_by=str.casefold))
    return Codebook(draw(st.integers(1, 99)), draw(TEXTS), tuple(found), tuple(verdicts))


def renumbered(codebook, first):
    """Return a codebook with the same labels under other ids."""
    ids = {one.id: str(UUID(int=first + n)) for n, one in enumerate(codebook.labels)}
    return replace(
        codebook,
        labels=tuple(
            replace(one, id=ids[one.id], parent_id=ids.get(one.parent_id))
            for one in codebook.labels
        ),
    )
