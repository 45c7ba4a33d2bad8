from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.codebooks import NAMES, codebooks

from annotator.core import codebook_errors as errors
from annotator.core.codebook_rules import (
    free_key,
    free_letter,
    require_codebook,
    require_labels,
    require_verdicts,
)
from annotator.core.records import Label
from annotator.core.request_errors import UnknownFieldError

ONE = Label(str(UUID(int=1)), "one", "One", "O", "#0072B2", "#56B4E9", "solid", shortcut="1")
TWO = replace(ONE, id=str(UUID(int=2)), key="two", name="Two", letter="T", shortcut="2")


@given(codebooks())
def test_every_codebook_that_may_be_is_let_be(codebook):
    require_codebook(codebook)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"id": "x"}, errors.BadLabelIdError),
        ({"name": " "}, errors.EmptyLabelNameError),
        ({"key": "a b"}, errors.BadLabelKeyError),
        ({"key": ""}, errors.BadLabelKeyError),
        ({"letter": ""}, errors.BadLetterError),
        ({"letter": "ab"}, errors.BadLetterError),
        ({"letter": "\n"}, errors.BadLetterError),
        ({"shortcut": "F5"}, errors.BadShortcutError),
        ({"shortcut": " "}, errors.BadShortcutError),
        ({"color_dark": "red"}, errors.BadColorError),
        ({"color_light": "#12345"}, errors.BadColorError),
        ({"line_style": "thick"}, errors.BadLineStyleError),
        ({"fields": ("speaker", "mood")}, UnknownFieldError),
        ({"definition": "\ud800"}, errors.UnwritableTextError),
        ({"tests": ("\0",)}, errors.UnwritableTextError),
        ({"id": ONE.id}, errors.DuplicateLabelError),
        ({"key": "one"}, errors.DuplicateLabelKeyError),
        ({"shortcut": "1"}, errors.DuplicateShortcutError),
        ({"letter": "o"}, errors.DuplicateLetterError),
        ({"parent_id": TWO.id}, errors.ParentLoopError),
        ({"parent_id": str(UUID(int=9))}, errors.MissingParentError),
    ],
)
def test_what_a_label_cannot_be_is_refused_by_a_class_of_its_own(wrong, error):
    with pytest.raises(error) as raised:
        require_labels((ONE, replace(TWO, **wrong)))
    assert str(raised.value).endswith(".")


def test_a_label_put_aside_leaves_its_letter_and_shortcut_to_others():
    require_labels((replace(ONE, archived=True), replace(TWO, letter="O", shortcut="1")))


@pytest.mark.parametrize(
    ("verdicts", "error"),
    [(("True", " "), errors.EmptyVerdictError), (("True", "TRUE"), errors.DuplicateVerdictError)],
)
def test_verdicts_are_words_each_listed_once(verdicts, error):
    with pytest.raises(error):
        require_verdicts(verdicts)


@given(NAMES, st.sets(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789xyz")))
def test_a_label_can_be_made_from_its_name_alone(name, taken):
    letter, key = free_letter(name, taken), free_key(name, ["one", "label"])
    assert letter.casefold() not in {one.casefold() for one in taken}
    others = (ONE,) if letter.casefold() != "o" else ()
    require_labels((*others, replace(TWO, name=name, key=key, letter=letter)))
