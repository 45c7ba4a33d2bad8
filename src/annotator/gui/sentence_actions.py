"""The commands that correct sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.actions import page_action

if TYPE_CHECKING:
    from annotator.gui.window import Window


def _split(window: Window) -> None:
    from annotator.gui.sentence_repair import split  # noqa: PLC0415 - it tells keys

    split(window)


def _join(window: Window) -> None:
    from annotator.gui.sentence_repair import join  # noqa: PLC0415 - it tells keys

    join(window)


SENTENCES = (
    page_action("sentence.split", "Split the sentence at the caret", "S", run=_split, menu="Edit"),
    page_action(
        "sentence.join",
        "Join the sentence with the next, or the selected ones",
        "Shift+S",
        run=_join,
        menu="Edit",
    ),
)
