from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.sending import CODEBOOK, LABELS, REVIEWERS

from annotator.core.codebook_rules import require_labels
from annotator.core.foreign_values import ForeignFile, ForeignHighlight, ForeignLabel
from annotator.service.import_people import Labels, People
from annotator.service.label_palette import palette


def file_of(*labels):
    return ForeignFile("Tool", lambda: iter(()), project="p", labels=labels)


def by(name="", reviewer_id="", *, ours=False):
    return ForeignHighlight(((0, 1),), "x", reviewer=name, reviewer_id=reviewer_id, ours=ours)


@pytest.mark.parametrize("name", ["official_claim", "Official claim", "OFFICIAL  CLAIM"])
def test_a_label_is_known_by_its_key_or_name_however_it_is_written(name):
    labels = Labels(CODEBOOK, file_of())
    assert (labels.of(name), labels.new) == (LABELS[0], {})


def test_a_declared_label_is_known_by_the_id_that_highlights_name_it_by():
    labels = Labels(CODEBOOK, file_of(ForeignLabel("Official claim", id="7")))
    assert labels.of("7") == LABELS[0]


def test_a_renamed_label_is_the_one_that_was_said():
    labels = Labels(CODEBOOK, file_of(), renamed=[("ORG", "humanitarian_concern")])
    assert labels.of("ORG") == LABELS[1]


@given(names=st.lists(st.text(max_size=8), max_size=12))
def test_new_labels_make_a_sound_codebook_and_are_made_alike_each_time(names):
    made = []
    for _ in range(2):
        labels = Labels(CODEBOOK, file_of())
        found = [labels.of(name) for name in names]
        require_labels([*LABELS, *labels.new.values()])
        made.append(found)
    assert made[0] == made[1]


_ODD = st.sampled_from(
    ["", "O", "o", "P", "é", "ab", "\0", " ", "#112233", "#12", "wavy", "note", "x-Y"]
)
_ODD_LISTS = st.lists(_ODD, max_size=3).map(tuple)
_IDS = [
    LABELS[0].id,
    "0190f0f0-0000-7000-8000-00000000000a",
    "0190f0f0-0000-7000-8000-00000000000b",
]
_ODD_LABELS = st.builds(
    ForeignLabel, _ODD, st.sampled_from(["", "1", *_IDS]), _ODD, _ODD, _ODD,
    st.sampled_from(["", "1", *_IDS]), color_dark=_ODD, letter=_ODD, line_style=_ODD,
    shortcut=_ODD, tests=_ODD_LISTS, edge_cases=_ODD_LISTS, examples=_ODD_LISTS,
    fields=_ODD_LISTS, archived=st.booleans(),
)  # fmt: skip


@given(declared=st.lists(_ODD_LABELS, max_size=8), whole=st.booleans())
def test_whatever_a_file_tells_of_labels_the_codebook_stays_sound(declared, whole):
    file = replace(file_of(*declared), whole=whole)
    labels = Labels(CODEBOOK, file)
    labels.add_declared()
    for one in declared:
        labels.of(one.name)
        labels.of(one.key)
    require_labels([*LABELS, *labels.new.values()])


def test_two_labels_of_one_name_in_a_codebook_of_ours_are_two():
    ids = ("0190f0f0-0000-7000-8000-00000000000a", "0190f0f0-0000-7000-8000-00000000000b")
    declared = [ForeignLabel("A", one, key) for one, key in zip(ids, "ab", strict=True)]
    labels = Labels(CODEBOOK, replace(file_of(*declared), whole=True))
    labels.add_declared()
    assert [labels.of(key).id for key in "ab"] == list(ids)


def test_a_color_of_another_tool_gets_the_dark_one_that_is_nearest():
    labels = Labels(CODEBOOK, file_of(ForeignLabel("A", color="#0072b3")))
    made = labels.of("A")
    blue = next(paint for paint in palette() if paint.light == "#0072B2")
    assert (made.color_light, made.color_dark) == ("#0072b3", blue.dark)


def test_labels_lie_under_those_that_the_file_says_and_never_under_themselves():
    declared = (ForeignLabel("A", id="1", parent="2"), ForeignLabel("B", id="2", parent="1"))
    labels = Labels(CODEBOOK, file_of(*declared))
    labels.add_declared()
    require_labels([*LABELS, *labels.new.values()])
    assert sum(one.parent_id is not None for one in labels.new.values()) == 1


def test_a_reviewer_is_known_by_id_or_by_the_very_name():
    people = People(REVIEWERS, file_of())
    assert people.of(by("Bo")) == REVIEWERS[1]
    assert people.of(by("Somebody", REVIEWERS[0].id)) == REVIEWERS[0]
    assert people.new == {}


def test_one_name_is_one_new_reviewer_and_the_same_in_every_copy_of_the_project():
    one, other = People(REVIEWERS, file_of()), People((), file_of())
    assert one.of(by("Ada")) == one.of(by("Ada")) == other.of(by("Ada"))
    assert [made.name for made in one.new.values()] == ["Ada"]


def test_two_of_our_reviewers_of_one_name_stay_two():
    people = People(REVIEWERS, file_of())
    other = "0190f0f0-0000-7000-8000-00000000000a"
    assert people.of(by("Bo", other, ours=True)).id == other


def test_highlights_of_nobody_are_the_tool_s_or_whose_somebody_says():
    assert People((), file_of()).of(by()).name == "Tool"
    assert People(REVIEWERS, file_of(), everyone="Bo").of(by("Ada")) == REVIEWERS[1]


def test_highlights_of_nobody_are_whose_somebody_says_and_no_others():
    people = People(REVIEWERS, file_of(), nobody="CSV", unnamed="Olena")
    known = REVIEWERS[0]
    assert people.of(by()).name == "Olena"
    assert people.of(by("Kim B.")).name == "Kim B."
    assert people.of(by(known.name)) == known
    assert People(REVIEWERS, file_of(), nobody="CSV", unnamed=known.name).of(by()) == known
