"""The choice of a segmenter: the best one that this machine has."""

from __future__ import annotations

from annotator.core.segmenter import PlainSegmenter, Segmenter
from annotator.text.qt_segmenter import QtSegmenter
from annotator.text.sentencex_segmenter import SegmenterMissingError, SentencexSegmenter


def segmenter(language: str = "en", *, quotes: bool = True) -> Segmenter:
    """Return sentencex for this language, or else Qt's segmenter, or else the plain one.

    What was chosen is told by its ``name``. An unknown language ("und") is cut by the rules
    that sentencex has for all.

    >>> segmenter("en").boundaries("")
    []
    """
    try:
        return SentencexSegmenter(language, quotes=quotes)
    except SegmenterMissingError:
        return _without_sentencex()


def _without_sentencex() -> Segmenter:
    try:
        return QtSegmenter()
    except SegmenterMissingError:
        return PlainSegmenter()
