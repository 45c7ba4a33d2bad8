"""Qt's sentence boundaries, for machines that sentencex has no wheel for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.core.offsets import Utf16Map
from annotator.core.segmenter import lossless
from annotator.text.sentencex_segmenter import SegmenterMissingError

# Qt takes no lone surrogate, and a line separator ends no sentence inside a paragraph.
_UNFIT = re.compile("[\ud800-\udfff]")


class QtSegmenter:
    """Finds sentences with QTextBoundaryFinder, which needs no window and no application."""

    def __init__(self) -> None:
        try:
            from PySide6 import QtCore  # noqa: PLC0415 - only where sentencex is missing
        except ImportError as missing:
            raise SegmenterMissingError("PySide6") from missing
        self._finder = QtCore.QTextBoundaryFinder
        self._version = QtCore.qVersion()

    @property
    def name(self) -> str:
        """Name and version of Qt."""
        return f"qt {self._version}; rules=1"

    def boundaries(self, paragraph: str) -> list[int]:
        """Return the ends of the paragraph's sentences, see ``core.segmenter.Segmenter``."""
        text = _UNFIT.sub("\ufffd", paragraph)
        units = Utf16Map(text)
        return lossless(map(units.to_code_point, self._units(text)), len(text))

    def _units(self, text: str) -> Iterator[int]:
        finder = self._finder(self._finder.BoundaryType.Sentence, text)
        while (unit := finder.toNextBoundary()) >= 0:
            yield unit
