"""What the keys do that correct sentences: split one at the caret, join it with the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.core.editing_errors import EditingFirstError
from annotator.core.errors import AnnotatorError
from annotator.core.sentences import JoinError, SplitError
from annotator.gui.key_words import key_of
from annotator.service.sentence_repair import join_sentences, split_sentence

if TYPE_CHECKING:
    from annotator.gui.window import Window
    from annotator.service.sentence_commands import CorrectSentences


def split(window: Window) -> None:
    """Split the sentence at the caret, or show the caret first."""
    page, reviewing = window.page, window.reviewing
    if not page.has_caret and not page.has_text_selection():
        page.toggle_caret()
        told = _tr("Put the caret where the next sentence begins, then press {0} again.")
        reviewing.told.emit(told.format(key_of("sentence.split")))
        return
    reviewing.held.do(partial(_split_at, window, page.caret))


def join(window: Window) -> None:
    """Join the selected sentences, or the one under the cursor with the next."""
    window.reviewing.held.do(partial(_join, window))


def _split_at(window: Window, position: int) -> None:
    article, project = window.reviewing.article, window.reviewing.project
    if article is None or project is None:
        return
    try:
        command = split_sentence(article, position, project.surroundings)
    except SplitError:
        told = _tr("There is nothing to split: choose a place between two words of a sentence.")
        window.reviewing.told.emit(told)
        return
    _execute(window, command, position)


def _join(window: Window) -> None:
    article, project = window.reviewing.article, window.reviewing.project
    numbers = window.page.selected_sentences()
    if article is None or project is None or not numbers:
        return
    start = article.sentences.span(numbers[0]).start
    try:
        command = join_sentences(article, numbers, project.surroundings)
    except JoinError:
        told = _tr("Only sentences of one paragraph can be joined, and this is its last one.")
        window.reviewing.told.emit(told)
        return
    _execute(window, command, start)


def _execute(window: Window, command: CorrectSentences, position: int) -> None:
    """Carry a correction out, and stand on the sentence that is at a position then."""
    reviewing = window.reviewing
    article, project = reviewing.article, reviewing.project
    if article is None or project is None:
        return
    try:
        typed = project.queries.typed_text(article.article.id)
    except AnnotatorError as error:
        reviewing.failed.emit(error)
        return
    if typed is not None:
        # What was typed belongs to the revision as it is.
        reviewing.failed.emit(EditingFirstError())
        return
    place = article.sentences.place_at(position)
    ahead = place.paragraph.text[position - place.start :]
    words = position + len(ahead) - len(ahead.lstrip())
    reviewing.execute(command, lambda _changes: window.page.stand_at(words))


def _tr(text: str) -> str:
    return QCoreApplication.translate("sentence_repair", text)
