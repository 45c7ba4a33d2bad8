"""What a person reads of articles that come in: their states, doubts and likenesses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.core.reading_errors import MissingExtraError
from annotator.gui.plain import number
from annotator.service.arrivals import Likeness
from annotator.service.article_ports import Doubt
from annotator.service.import_reports import MOST_ALIKE

if TYPE_CHECKING:
    from annotator.service.arrivals import Arrival, Known


def state_of(arrival: Arrival, *, repeats: bool = False, follows: bool = False) -> str:
    """Return in a sign and a word what is to become of an arrival, and why.

    One that ``repeats`` has the text of one above it, one that ``follows`` is its newer text.
    """
    if arrival.refused is not None:
        return _tr("✕ Refused")
    if repeats:
        return _tr("= Same text as one above")
    if follows:
        return _tr("↑ Newer copy of one above")
    if arrival.known is not None:
        return _like(arrival.known)
    return _tr("? New, look at it") if arrival.doubts else _tr("+ New")


def _like(known: Known) -> str:
    if known.likeness is Likeness.TEXT:
        return _tr("= Already there")
    if known.likeness is Likeness.ONCE:
        return _tr("= Was there before")
    if known.likeness is Likeness.ADDRESS:
        return _tr("↑ Newer copy, same address")
    if known.likeness is Likeness.CHOSEN:
        return _tr("↑ Newer copy")
    return _tr("≈ {0} the same words").format(share_told(known.share))


def near_state(share: float) -> str:
    """Return in a sign and words that an article above has so much of the same words."""
    return _tr("≈ {0} the same as above").format(share_told(share))


def percent(share: float) -> str:
    """Return a share as people write it, never rounded up to all.

    >>> percent(0.999), percent(1.0)
    ('99 %', '100 %')
    """
    return f"{int(share * 100)} %"


def share_told(share: float) -> str:
    """Return how much two texts that are not the same have in common; never all of it.

    >>> share_told(0.5), share_told(1.0)
    ('50 %', '99 %')
    """
    # Of a text only a sample is compared: all of that can be the same.
    return percent(min(share, MOST_ALIKE))


def likeness_told(known: Known) -> str:
    """Return a sentence on the article that another copy of comes in."""
    title = known.article.title
    if known.likeness is Likeness.TEXT:
        return _tr("The project has this very text: “{0}”. It is not added again.").format(title)
    if known.likeness is Likeness.ONCE:
        return _tr("“{0}” had this very text before. It is not added again.").format(title)
    if known.likeness is Likeness.ADDRESS:
        return _tr(
            "The project has an article from the same address: “{0}”. This becomes its newer text."
        ).format(title)
    if known.likeness is Likeness.CHOSEN:
        return _tr("This becomes the newer text of “{0}”.").format(title)
    told = _tr("The project has an article with nearly the same words ({1}): “{0}”.")
    return told.format(title, share_told(known.share))


def adding_told(added: int, newer: int) -> str:
    """Return what adding does: so many articles of their own, so many newer texts of others."""
    if not newer:
        told = _tr("Add 1 article") if added == 1 else _tr("Add {0} articles")
        return told.format(number(added)) if added else _tr("Add nothing")
    texts = _tr("1 newer text") if newer == 1 else _tr("{0} newer texts")
    told = texts.format(number(newer))
    return f"{adding_told(added, 0)} · {told}" if added else _tr("Add {0}").format(told)


def repeats_told() -> str:
    """Return a sentence on an article that comes in twice."""
    return _tr("An article above has this very text. It is not added twice.")


def follows_told(title: str) -> str:
    """Return a sentence on an article that gives one before it its newer text."""
    return _tr("“{0}”, above, is from the same address. This becomes its newer text.").format(title)


def near_told(title: str, share: float) -> str:
    """Return a sentence on an article that is nearly one before it."""
    told = _tr("“{0}”, above, has nearly the same words ({1}).")
    return told.format(title, share_told(share))


def doubts_told(doubts: tuple[Doubt, ...]) -> list[str]:
    """Return a sentence for each thing that a reader had to guess."""
    told = {
        Doubt.ENCODING: _tr("The file does not say its encoding: look whether all letters fit."),
        Doubt.EXTRACTION: _tr(
            "The article was told apart from the page around it: look whether all of it is there."
        ),
        Doubt.ORDER: _tr(
            "The order of the text was rebuilt from places on a page: look whether it reads on."
        ),
        Doubt.LEFT_OUT: _tr("Notes, pictures or comments were left out."),
        Doubt.REPLACED: _tr("Characters that cannot be kept were replaced."),
        Doubt.MAPPING: _tr("The columns were guessed from their names: look what went where."),
    }
    return [told[doubt] for doubt in doubts]


def remedy_of(error: Exception | None) -> str:
    """Return the command that brings what reading a file lacks; empty where none would."""
    if isinstance(error, MissingExtraError):
        return f'pip install "fact-annotator[{error.extra}]"'
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("import", text)
