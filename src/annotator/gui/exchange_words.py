"""What exchange is called in the window: what formats hold, what is lost, what an import does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.core.foreign_values import Holds, Newlines, Unit
from annotator.service.losses import FINISHED, HIGHLIGHTS

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.foreign_values import Reading
    from annotator.service.exchange_ports import AnnotationFormat, Loss


def held_words(holds: Holds) -> str:
    """Return what a file may hold, in words."""
    return {
        Holds.OVERLAP: _tr("overlapping highlights"),
        Holds.PARTS: _tr("highlights of several spans"),
        Holds.CODEBOOK: _tr("definitions and colors of labels"),
        Holds.NOTE: _tr("notes"),
        Holds.CLAIM: _tr("claim records"),
        Holds.REVIEWER: _tr("reviewers"),
        Holds.TIME: _tr("times"),
        Holds.ID: _tr("ids"),
        Holds.QUOTE: _tr("quotes"),
        Holds.TEXT: _tr("texts of articles"),
        Holds.METADATA: _tr("addresses, authors, dates and languages"),
        Holds.UNPLACED: _tr("highlights that wait for a place"),
        Holds.EMPTY: _tr("articles without highlights"),
    }[holds]


def holds_told(form: AnnotationFormat) -> tuple[str, str]:
    """Return a sentence on what a file of a format holds, and one on what it does not."""
    held = [held_words(one) for one in Holds if one in form.holds]
    lacking = [held_words(one) for one in Holds if one not in form.holds]
    return (
        _tr("Holds labels, {0}.").format(", ".join(held)) if held else _tr("Holds labels."),
        _tr("Does not hold: {0}.").format(", ".join(lacking)) if lacking else "",
    )


def loss_row(loss: Loss) -> tuple[str, str, str]:
    """Return what is lost, how many, and what is remarked of it."""
    return said_loss(loss.what), f"{loss.count:,}", said_loss(loss.remark)


def said_loss(words: str) -> str:
    """Return what is lost as the window says it; what only one format knows stays as it is."""
    known = {
        "articles without highlights": _tr("articles without highlights"),
        "texts of articles": _tr("texts of articles"),
        "articles' addresses, publishers, authors and dates": _tr(
            "articles’ addresses, publishers, authors and dates"
        ),
        "highlights without text or place": _tr("highlights without text or place"),
        "definitions and colors of labels": _tr("definitions and colors of labels"),
        "notes": _tr("notes"),
        "claim records": _tr("claim records"),
        "names of reviewers": _tr("names of reviewers"),
        "times": _tr("times"),
        "ids of highlights": _tr("ids of highlights"),
        FINISHED: _tr("finished marks"),
        HIGHLIGHTS: _tr("highlights"),
        "overlapping highlights": _tr("overlapping highlights"),
        "the longest of each was kept": _tr("the longest of each was kept"),
        "highlights of several spans": _tr("highlights of several spans"),
        "written as one for each span": _tr("written as one for each span"),
    }
    return known.get(words, words)


COUNTS = (
    "articles_added",
    "articles_there",
    "added",
    "changed",
    "already_there",
    "kept",
    "removed_here",
    "ambiguous",
    "lost",
    "homeless",
    "refused",
    "left_out",
)


def count_words(name: str) -> str:
    """Return what an import counts, as it is said behind the number."""
    return {
        "articles_added": _tr("new articles"),
        "articles_there": _tr("articles already there"),
        "added": _tr("highlights added"),
        "changed": _tr("highlights changed"),
        "already_there": _tr("highlights already there"),
        "kept": _tr("highlights changed here, too, and kept as they are here"),
        "removed_here": _tr("highlights removed here, and not added again"),
        "ambiguous": _tr("of them with several places, to be chosen afterwards"),
        "lost": _tr("of them whose words are not in the text, to be placed afterwards"),
        "homeless": _tr("highlights whose article is neither in the file nor here"),
        "refused": _tr("places in the file that cannot be read"),
        "left_out": _tr("kinds of things that have no place in a project"),
    }[name]


def unpathed(words: str, path: Path) -> str:
    """Return a sentence on a file without the file's name, where that is known anyway.

    >>> from pathlib import Path
    >>> unpathed("a.csv is damaged.", Path("a.csv"))
    'is damaged.'
    """
    return words.removeprefix(f"{path} ")


def reading_words(reading: Reading) -> str:
    """Return how positions are read, in words.

    >>> from annotator.core.foreign_values import Reading
    >>> reading_words(Reading(Unit.UTF16, Newlines.CRLF))
    'UTF-16 units, line ends as two'
    """
    parts = [unit_words(reading.unit)]
    if reading.newlines is Newlines.LF:
        parts.append(_tr("line ends as one"))
    if reading.newlines is Newlines.CRLF:
        parts.append(_tr("line ends as two"))
    if reading.bom:
        parts.append(_tr("with byte order mark"))
    if reading.inclusive:
        parts.append(_tr("inclusive ends"))
    return ", ".join(parts)


def unit_words(unit: Unit) -> str:
    """Return what positions count."""
    return {
        Unit.CODE_POINT: _tr("characters (code points)"),
        Unit.UTF16: _tr("UTF-16 units"),
        Unit.UTF8: _tr("bytes (UTF-8)"),
    }[unit]


def _tr(text: str) -> str:
    return QCoreApplication.translate("exchange", text)
