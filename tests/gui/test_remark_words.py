from __future__ import annotations

from pathlib import Path

import pytest
from tests.gui.pseudo import untranslated

from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.foreign_values import Unit
from annotator.formats.shared.left_out import left_out
from annotator.gui.remark_words import place_words, remark_words, told_place
from annotator.service.remarks import Remark, said_of

PATH = Path("/there/a.csv")
FIELDS = ("id", "name", "parent", "reads", "told", "start", "end", "told_start", "told_end")
FIELDS += ("verdicts", "label", "theirs", "ours", "choices", "meant", "before", "right", "part")
VALUES = dict.fromkeys((*FIELDS, "count"), "7") | {"unit": Unit.UTF16}
VALUES |= {"file": "7", "place": "token 7", "said": Remark.LOST.of()}


@pytest.mark.parametrize("remark", Remark)
def test_every_remark_is_said_in_the_window_s_language(pseudo, remark):
    words = remark_words(remark.of(**VALUES), PATH)
    assert untranslated(words) == ""
    assert "{" not in words


def test_a_remark_of_an_error_is_said_by_its_class_without_the_file(pseudo):
    error = DamagedAnnotationsError(PATH, place="3", reason="it is no object")
    words = remark_words(said_of(error), PATH)
    assert untranslated(words) == ""
    assert told_place("", said_of(error)) == "3"


def test_a_remark_without_a_kind_stays_as_it_is(pseudo):
    assert remark_words("/there/a.csv is odd", PATH) == "is odd"


def test_places_are_said_part_by_part_and_names_stay(pseudo):
    assert place_words("notes, 3.ann, line 1,200") == "notes, 3.ann, ⟦lîñé 1,200~~⟧"
    assert untranslated(place_words("document “a, b”, highlight 2")) == ""


def test_a_remark_within_a_remark_is_said_with_its_place(pseudo):
    told = Remark.PLACED.of(place="token 7", said=Remark.NOT_IN_ORDER.of())
    assert str(told).startswith("token 7: it does not come")
    assert untranslated(remark_words(told, PATH)) == ""
    assert place_words("token 7") in remark_words(told, PATH)


def test_what_was_left_out_is_said_with_its_count(pseudo):
    words = remark_words(said_of(left_out(PATH, "files without a text", 1_200)), PATH)
    assert untranslated(words) == ""
    assert "(1,200)" in words
