from __future__ import annotations

import re

import pytest

from annotator.core.records import Article
from annotator.gui.page_header import PageHeader, source_line
from annotator.gui.page_measure import Measure

ISOLATES = re.compile("[\u2068\u2069]")


def article(**metadata):
    return Article(id="a", title="Dam declared safe", revision_id="r", created="", **metadata)


def test_the_source_line_names_what_is_known_in_order():
    line = source_line(
        article(
            publisher="Courier",
            authors=("Mira Stell", "J. Day"),
            published="2024-03-14",
            language="en",
        ),
        1_046,
    )
    assert ISOLATES.sub("", line).startswith("Courier · Mira Stell, J. Day · 14 ")
    assert ISOLATES.sub("", line).endswith("2024 · 1,046 sentences · English")


def test_what_is_not_known_leaves_no_gap():
    assert ISOLATES.sub("", source_line(article(), 1)) == "1 sentence"


def test_a_date_that_is_none_is_shown_as_it_is():
    assert "spring 2024" in source_line(article(published="spring 2024"), 2)


@pytest.mark.usefixtures("qapp")
def test_a_narrow_column_makes_the_header_higher():
    header = PageHeader(article(publisher="A courier of the lowlands"), 9, Measure())
    header.lay_out(690)
    wide = header.bottom
    header.lay_out(120)
    assert header.bottom > wide + 60
