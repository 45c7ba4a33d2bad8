"""What exchange is called in the window: what formats hold, what is lost, what an import does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.core.foreign_values import Holds, Newlines, Unit
from annotator.service.loss_names import (
    LONGEST_KEPT,
    ONE_FOR_EACH_SPAN,
    OVER_SENTENCES,
    OVERLAPPING,
    SEVERAL_SPANS,
    TAGS_COVER_WORDS,
    UNREVIEWED,
    WITHIN_WORDS,
    WORDLESS,
    WORDS_HAVE_TAGS,
)
from annotator.service.losses import (
    ARTICLES,
    FINISHED,
    GUIDELINE,
    HIDDEN,
    HIGHLIGHTS,
    REVIEWED,
    VERDICTS,
)

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
        Holds.SIGNS: _tr("their signs and examples"),
        Holds.GUIDE: _tr("guidelines"),
        Holds.NOTE: _tr("notes"),
        Holds.CLAIM: _tr("claim records"),
        Holds.REVIEWER: _tr("reviewers"),
        Holds.TIME: _tr("times"),
        Holds.ID: _tr("ids"),
        Holds.QUOTE: _tr("quotes"),
        Holds.TEXT: _tr("texts of articles"),
        Holds.TITLE: _tr("titles"),
        Holds.METADATA: _tr("addresses, authors and dates"),
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
    """Return how many are lost, of what, and what is remarked of it."""
    return f"{loss.count:,}", said_loss(loss.what), said_loss(loss.remark)


def said_loss(words: str) -> str:
    """Return what is lost as the window says it; what only one format knows stays as it is."""
    known = {
        "articles without highlights": _tr("articles without highlights"),
        "texts of articles": _tr("texts of articles"),
        "titles of articles": _tr("titles of articles"),
        "articles' addresses, publishers, authors, dates and languages": _tr(
            "articles’ addresses, publishers, authors, dates and languages"
        ),
        "highlights without text or place": _tr("highlights without text or place"),
        "names, definitions and colors of labels": _tr("names, definitions and colors of labels"),
        "letters, line styles, shortcuts, tests and examples of labels": _tr(
            "letters, line styles, shortcuts, tests and examples of labels"
        ),
        GUIDELINE: _tr("the guideline of the codebook"),
        VERDICTS: _tr("the verdicts to choose from"),
        "notes": _tr("notes"),
        "claim records": _tr("claim records"),
        "names of reviewers": _tr("names of reviewers"),
        "times": _tr("times"),
        "ids of highlights": _tr("ids of highlights"),
        FINISHED: _tr("finished marks"),
        HIDDEN: _tr("articles of which others' highlights, if there are any, are hidden"),
        REVIEWED: _tr("stretches reviewed as needing no label"),
        ARTICLES: _tr("articles"),
        HIGHLIGHTS: _tr("highlights"),
        OVERLAPPING: _tr("overlapping highlights"),
        LONGEST_KEPT: _tr("the longest of each was kept"),
        SEVERAL_SPANS: _tr("highlights of several spans"),
        ONE_FOR_EACH_SPAN: _tr("written as one for each span"),
        WITHIN_WORDS: _tr("highlights that begin or end within a word"),
        WORDLESS: _tr("highlights without a word"),
        OVER_SENTENCES: _tr("highlights over the end of a sentence"),
        "written as one for each sentence": _tr("written as one for each sentence"),
        TAGS_COVER_WORDS: _tr("the tags cover whole words"),
        WORDS_HAVE_TAGS: _tr("only words have tags"),
        "articles without a word": _tr("articles without a word"),
        "texts whose spaces or line ends were others": _tr(
            "texts whose spaces or line ends were others"
        ),
        UNREVIEWED: _tr("highlights without a verdict"),
        "only reviewed claims are written": _tr("only reviewed claims are written"),
    }
    return known.get(words, words)


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
