from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.invisible import unseen

SIGNS = {0x200E, 0x200F, 0x61C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
KINDS = {"Cc", "Cf", "Mn", "Lo", "Zl", "Zp", "So", "Cn"}
FLAG = "🏴\U000e0067\U000e0062\U000e007f"
AT_WORK = ["plain", "tab\there\n", "non\u00a0breaking", "café e\u0301", FLAG, "क\u094d\u200dष"]
OUT_OF_PLACE = ["\u200dword", "word\u200c", "a \u200d b", "x\U000e0067", "1\u200d2"]


@given(st.text())
def test_what_is_named_is_there_and_in_order(text):
    positions = [one.position for one in unseen(text)]
    assert positions == sorted(set(positions))
    assert {unicodedata.category(text[position]) for position in positions} <= KINDS


@pytest.mark.parametrize("code", sorted(SIGNS))
def test_every_control_of_direction_is_named_with_its_code(code):
    (found,) = unseen(f"pay {chr(code)}now")
    assert found.position == 4
    assert found.name.startswith(f"U+{code:04X} ")
    assert found.short.isalpha()


@pytest.mark.parametrize("text", AT_WORK)
def test_what_does_its_proper_work_is_left_out(text):
    assert list(unseen(text)) == []


@pytest.mark.parametrize("text", OUT_OF_PLACE)
def test_joiners_and_tags_out_of_place_are_named(text):
    assert len(list(unseen(text))) == 1
