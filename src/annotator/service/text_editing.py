"""Editing the text of an open article: every letter an exact edit, kept before it is shown.

The article's own indexes follow each edit, at the cost of what it touches: highlights and marks
by the one rule of `annotator.core.edit`, sentences by re-segmenting the paragraphs touched.
What is taken back is restored from before-images, so that undo is exact. The project file
learns nothing until ``finish``, which makes all of it one revision.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from annotator.core.canonical import canonical_text, text_digest
from annotator.core.replacement import Replacement
from annotator.core.span import Span
from annotator.service.commands import ReviseText
from annotator.service.edit_course import EditCourse
from annotator.service.edit_log import LoggedEdit
from annotator.service.edit_steps import continues
from annotator.service.edited_article import EditedArticle
from annotator.service.watch import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotator.core.edit import Edit
    from annotator.core.sentence_blocks import SegmentedParagraph
    from annotator.service.changes import Changes
    from annotator.service.edit_log import EditLog
    from annotator.service.edit_steps import EditStep
    from annotator.service.open_article import OpenArticle
    from annotator.service.ports import Surroundings
    from annotator.service.watch import Watch


@dataclass(frozen=True, slots=True)
class Found:
    """How ``replace_all`` searches: letter case, and whether only whole words count."""

    text: str
    match_case: bool = True
    whole_words: bool = False

    def pattern(self) -> re.Pattern[str]:
        """Return what finds it."""
        escaped = re.escape(self.text)
        bounded = rf"(?<!\w){escaped}(?!\w)" if self.whole_words else escaped
        return re.compile(bounded, 0 if self.match_case else re.IGNORECASE)


class TextEditing:
    """One session of editing an open article's text; ``finish`` or ``abandon`` ends it.

    Nothing is taken that the log has not got: a call that raises has changed nothing.
    """

    def __init__(
        self,
        article: OpenArticle,
        log: EditLog,
        *,
        surroundings: Surroundings,
        commit: Callable[[ReviseText, Watch], Changes],
        publish: Callable[[Changes], Changes],
    ) -> None:
        self.article = article
        self._log = log
        self._surroundings = surroundings
        self._commit = commit
        self._publish = publish
        self._done: list[list[EditStep]] = []
        self._undone: list[list[Replacement]] = []
        self._edited = EditedArticle(article)
        self._running = False
        self._base: Sequence[SegmentedParagraph] = article.sentences.paragraphs()
        article.editing = self
        article.sentences.use(surroundings.segmenter(article.article.language))

    @property
    def length(self) -> int:
        """The length of the text in code points, as it stands."""
        return self.article.sentences.length

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Tell whether there is a step to repeat."""
        return bool(self._undone)

    @property
    def standing(self) -> tuple[Replacement, ...]:
        """The edits that make the present text of the revision's, in order."""
        return tuple(step.replacement for group in self._done for step in group)

    def replay(self, edits: Iterable[LoggedEdit]) -> Iterator[None]:
        """Do again what a log holds, an edit for each turn, without logging it.

        Raises:
            ValueError: if it does not fit the text.
        """
        for logged in edits:
            if logged.replacement is not None:
                self._edited.require_fit(logged.replacement)
                self._put([self._edited.apply(logged.replacement)], joins=logged.joins)
                yield
                continue
            again = self.undoing if logged.act == "undo" else self.redoing
            course = again(logged=False)
            while course.advance(1):
                yield
            course.keep()

    def edit(self, edit: Edit, inserted: str) -> EditStep:
        """Carry out one exact edit; ``inserted`` is the canonical text that it brings in."""
        removed = self.article.slice(Span(edit.position, edit.position + edit.removed))
        (step,) = self._do([Replacement(edit.position, removed, inserted)])
        return step

    def replace(self, span: Span, raw: str) -> list[EditStep]:
        """Put text, typed or pasted, in the place of a span, as the smallest edit that does.

        Raises:
            NulCharacterError: if it holds a NUL character.
            LoneSurrogateError: if it holds half of a surrogate pair.
        """
        inserted = canonical_text(raw).text
        least = Replacement(span.start, self.article.slice(span), inserted).trimmed()
        return self._do([least]) if least else []

    def replace_all(self, found: Found, raw: str) -> list[EditStep]:
        """Replace every occurrence, as one step of undo; costs one scan of the text."""
        return self.replacing_all(found, raw).run()

    def replacing_all(self, found: Found, raw: str) -> EditCourse:
        """Return the course of replacing every occurrence; costs one scan of the text."""
        inserted = canonical_text(raw).text
        matches = list(found.pattern().finditer(self.article.text)) if found.text else []
        grown = accumulate((len(inserted) - len(match[0]) for match in matches), initial=0)
        replacements = [
            least
            for match, shift in zip(matches, grown, strict=False)
            if (least := Replacement(match.start() + shift, match[0], inserted).trimmed())
        ]
        return EditCourse(self._edited, replacements, self._keep_replaced)

    def _keep_replaced(self, steps: list[EditStep]) -> None:
        self._log.append(
            [LoggedEdit("edit", step.replacement, number > 0) for number, step in enumerate(steps)]
        )
        self._put(steps, joins=False)
        self._running = False

    def undo(self) -> list[EditStep]:
        """Take the newest step back, exactly; return what that changed, none if there is none."""
        return self.undoing().run()

    def undoing(self, *, logged: bool = True) -> EditCourse:
        """Return the course of taking the newest step back."""
        group = self._done[-1] if self._done else []

        def keep(_steps: list[EditStep]) -> None:
            if logged:
                self._log.append([LoggedEdit("undo")])
            self._done.pop()
            self._undone.append([step.replacement for step in group])
            self._running = False

        return EditCourse(self._edited, group[::-1], keep)

    def redo(self) -> list[EditStep]:
        """Repeat the step that was taken back last."""
        return self.redoing().run()

    def redoing(self, *, logged: bool = True) -> EditCourse:
        """Return the course of repeating the step that was taken back last."""

        def keep(steps: list[EditStep]) -> None:
            if logged:
                self._log.append([LoggedEdit("redo")])
            self._undone.pop()
            self._done.append(steps)
            self._running = False

        return EditCourse(self._edited, self._undone[-1] if self._undone else [], keep)

    def changed(self) -> list[int]:
        """Return the keys of the highlights that have other words now, or none, by place."""
        return self._edited.changed()

    def finish(self) -> Changes | None:
        """Make what was typed one revision, in one undo step; None where no word is new.

        Raises:
            TextRevisedElsewhereError: if the article went on to another revision meanwhile.
        """
        changes = self.commit(UNWATCHED)
        return None if changes is None else self._publish(changes)

    def commit(self, watch: Watch) -> Changes | None:
        """Do what ``finish`` does, in any thread, and leave telling of it to the caller.

        Raises:
            TextRevisedElsewhereError: if the article went on to another revision meanwhile.
            StoppedError: if it was cancelled, which leaves everything as it was.
        """
        command = self._revise()
        if command is None:
            self.abandon()
            return None
        announce = partial(self._log.announce, command.revision.id)
        changes = self._commit(command, replace(watch, committing=announce))
        self._log.drop()
        return changes

    def _revise(self) -> ReviseText | None:
        base, sentences, text = self.article.revision, self.article.sentences, self.article.text
        if text == base.text:
            return None
        paragraphs = sentences.paragraphs()
        revision = replace(
            base,
            id=self._surroundings.new_id(),
            text=text,
            text_sha256=text_digest(text),
            sentence_ends=tuple(paragraph.ends for paragraph in paragraphs),
            segmenter=sentences.segmenter_name,
            created=self._surroundings.now(),
        )
        return ReviseText(
            revision=revision,
            base_revision_id=base.id,
            edits=self.standing,
            hunks=tuple(sentences.hunks_since(self._base)),
        )

    def abandon(self) -> None:
        """Throw away what was typed; the article is then to be opened anew."""
        self._log.drop()

    def suspend(self) -> None:
        """Leave what was typed in the log, to be taken up when the article is opened again."""
        if self._done or self._undone:
            self._log.close()
        else:
            self._log.drop()

    def _do(self, replacements: Sequence[Replacement]) -> list[EditStep]:
        """Log edits, then carry them out; several ones, or one that runs on, are one step."""
        newest = self._done[-1][-1].replacement if self._done and self._running else None
        joins = newest is not None and continues(newest, replacements[0])
        self._log.append(
            [
                LoggedEdit("edit", replacement, joins or number > 0)
                for number, replacement in enumerate(replacements)
            ]
        )
        self._running = True
        steps = [self._edited.apply(replacement) for replacement in replacements]
        self._put(steps, joins=joins)
        return steps

    def _put(self, steps: list[EditStep], *, joins: bool) -> None:
        """Make steps one that can be undone, or a part of the newest."""
        if not joins or not self._done:
            self._done.append([])
        self._done[-1].extend(steps)
        self._undone.clear()
