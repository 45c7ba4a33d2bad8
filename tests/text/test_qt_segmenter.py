from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.segmenter import lossless
from annotator.text.qt_segmenter import QtSegmenter
from annotator.text.sentencex_segmenter import SegmenterMissingError


@given(st.text(st.characters()))
def test_any_paragraph_is_partitioned_without_an_error(paragraph):
    ends = QtSegmenter().boundaries(paragraph)
    assert ends == lossless(ends, len(paragraph))


def test_boundaries_count_code_points_behind_an_emoji():
    text = "😀 It rained. 😀😀 We stayed. "
    ends = [0, *QtSegmenter().boundaries(text)]
    assert [text[a:b] for a, b in pairwise(ends)] == ["😀 It rained. ", "😀😀 We stayed. "]


def test_the_name_tells_the_version_of_qt():
    assert QtSegmenter().name.startswith("qt 6.")


def test_without_the_library_the_error_names_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6", None)
    with pytest.raises(SegmenterMissingError) as caught:
        QtSegmenter()
    assert caught.value.library == "PySide6"
