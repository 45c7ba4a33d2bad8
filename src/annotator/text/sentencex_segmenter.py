"""The sentencex library behind guards, with a second look inside quotations.

Guarded against (sentencex 1.0.32): a panic on a capital letter, a space that is not ASCII's,
and a full stop; text lost in long documents and at line ends (it sees one paragraph at a
time, and only its boundaries are used); time that grows faster than a paragraph's length, and
most with runs of one mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.metadata import version
from typing import TypedDict

from annotator.core.errors import AnnotatorError
from annotator.core.segmenter import PlainSegmenter, lossless
from annotator.text.boundary_repairs import repaired
from annotator.text.long_runs import Shortened
from annotator.text.quotations import long_interiors

_LONGEST = 20_000
_OTHER_SPACE = re.compile(r"[^\S ]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class SegmenterMissingError(AnnotatorError):
    """A segmenter whose library is not installed on this machine."""

    def __init__(self, library: str) -> None:
        self.library = library
        super().__init__(
            f"The sentence segmenter {library} is not installed here: install it with pip, or"
            " choose another segmenter."
        )


class _Boundary(TypedDict):
    """The part of sentencex's answer that is used."""

    end_index: int


Engine = Callable[[str, str], Sequence[_Boundary]]


class SentencexSegmenter:
    """Finds sentences with sentencex, by default also inside long quotations and asides."""

    def __init__(
        self, language: str = "en", *, quotes: bool = True, engine: Engine | None = None
    ) -> None:
        # Rules go by language alone: "en-US" and "EN" are "en".
        self._language = language.replace("_", "-").partition("-")[0].lower() or "en"
        self._quotes = quotes
        self._engine = engine or _engine()
        self._last_resort = PlainSegmenter()

    @property
    def name(self) -> str:
        """Name, version and settings; the language is told unless it is English."""
        settings = f"sentencex {_version()}; quotes={int(self._quotes)}; rules=1"
        return settings if self._language == "en" else f"{settings}; language={self._language}"

    def boundaries(self, paragraph: str) -> list[int]:
        """Return the ends of the paragraph's sentences, see ``core.segmenter.Segmenter``."""
        text = _SURROGATE.sub("\ufffd", _OTHER_SPACE.sub(" ", paragraph))
        short = Shortened.of(text)
        return lossless(map(short.whole, self._cuts(short.text)), len(text))

    def _cuts(self, text: str) -> Iterator[int]:
        start = 0
        for end in self._first_pass(text):
            yield end
            if self._quotes:
                for inside in long_interiors(text[start:end]):
                    offset = start + inside.start
                    interior = text[offset : start + inside.end]
                    yield from (offset + cut for cut in self._cuts(interior) if cut < len(interior))
            start = end

    def _first_pass(self, text: str) -> Iterator[int]:
        """Yield the ends that sentencex finds, reading a long paragraph in portions.

        The last sentence of a portion may go on, so the next portion starts with it; a
        sentence longer than a portion is cut at the portion's last space.
        """
        start = 0
        while len(text) - start > _LONGEST:
            portion = text[start : start + _LONGEST]
            ends = self._found(portion)[:-1] or [portion.rfind(" ") + 1 or _LONGEST]
            yield from (start + end for end in ends)
            start += ends[-1]
        yield from (start + end for end in self._found(text[start:]))

    def _found(self, text: str) -> list[int]:
        try:
            found = self._engine(self._language, text)
        except BaseException as failure:
            # A panic of the Rust side is no Exception and has no class to import.
            if type(failure).__name__ != "PanicException":
                raise
            return self._last_resort.boundaries(text)
        return lossless(repaired(text, (boundary["end_index"] for boundary in found)), len(text))


@cache
def _version() -> str:
    return version("sentencex")


def _engine() -> Engine:
    try:
        import sentencex  # noqa: PLC0415 - loaded with the first article, not with the program
    except ImportError as missing:
        raise SegmenterMissingError("sentencex") from missing
    engine: Engine = sentencex.get_sentence_boundaries
    return engine
