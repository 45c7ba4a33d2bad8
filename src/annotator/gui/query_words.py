"""What the window says of a piece of a search that says nothing to it, in its own language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.gui.plain import number
from annotator.gui.step_titles import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.search_query import Misunderstood

MOST_TOLD = 2


def misunderstood_sentences(pieces: Sequence[Misunderstood]) -> list[str]:
    """Return a sentence on each of the first pieces, and how many more there are."""
    told = [misunderstood_sentence(one) for one in pieces[:MOST_TOLD]]
    left = len(pieces) - MOST_TOLD
    return [*told, _tr("Not understood besides: {0}.").format(number(left))] if left > 0 else told


def misunderstood_sentence(one: Misunderstood) -> str:
    """Return one sentence on a piece that was not understood, as its own sentence has it."""
    told = {
        "filter": _tr("{0} was searched as words; the filters are {1}."),
        "value": _tr("{0} is not understood; there are {1}."),
        "date": _tr("{0} is no date; write it as 2024, 2024-05 or 2024-05-03."),
        "empty": _tr("{0} needs something after its colon."),
        "name": _tr("Nothing here is called so: {0}."),
    }[one.trouble]
    # What was typed may hold braces itself.
    words = told.split("{0}", 1)
    return isolated(one.piece).join(part.replace("{1}", ", ".join(one.known)) for part in words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("query", text)
