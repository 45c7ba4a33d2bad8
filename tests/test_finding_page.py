"""The page on finding tells the language as the parser reads it, all of it."""

from __future__ import annotations

import re

import pytest
from tests.conftest import ROOT

from annotator.core.search_query import CHOICES, FILTERS, search_query

PAGE = (ROOT / "docs" / "finding.md").read_text("utf-8")
EXAMPLES = re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_understood(example):
    query = search_query(example)
    assert query
    assert query.misunderstood == ()


def test_every_filter_and_choice_has_an_example():
    found = [one for example in EXAMPLES for one in search_query(example).filters]
    assert {one.name for one in found} == set(FILTERS)
    for name, choices in CHOICES.items():
        assert {one.value for one in found if one.name == name} == set(choices)
