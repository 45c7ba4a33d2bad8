"""An open article whose indexes follow every edit of its text, there and back again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.core.span import Span
from annotator.service.edit_steps import EditStep, touches_words

if TYPE_CHECKING:
    from annotator.core.replacement import Replacement
    from annotator.service.open_article import OpenArticle


class EditedArticle:
    """Highlights, marks and sentences under edits, at the cost of what each one touches."""

    def __init__(self, article: OpenArticle) -> None:
        self.article = article
        self._touches: Counter[int] = Counter()
        # The words under a highlight before the first edit that touched it, as their hash.
        self._words: dict[int, int] = {}

    def changed(self) -> list[int]:
        """Return the keys of the highlights that have other words now, or none, by place."""
        article = self.article
        altered = [key for key, count in self._touches.items() if count and self._altered(key)]
        altered.sort(key=lambda key: (article.index.get(key)[0], key))
        return list(dict.fromkeys(article.highlight_key(key) for key in altered))

    def _altered(self, key: int) -> bool:
        start, end, _ = self.article.index.get(key)
        return start == end or hash(self.article.slice(Span(start, end))) != self._words[key]

    def apply(self, replacement: Replacement) -> EditStep:
        """Let all indexes follow an edit, which is neither logged nor put among the steps."""
        article, edit = self.article, replacement.edit
        sentences = article.sentences
        first = sentences.place_at(edit.position)
        last = sentences.place_at(edit.position + edit.removed).number
        before = tuple(sentences.paragraph(n).paragraph for n in range(first.number, last + 1))
        effect = article.index.apply(edit)
        touched = [hit for hit in effect.before if touches_words(edit, hit[1], hit[2])]
        for key, start, end, _ in touched:
            if key not in self._words:
                self._words[key] = hash(sentences.slice(Span(start, end)))
        self._touches.update(hit[0] for hit in touched)
        step = EditStep(
            replacement=replacement,
            highlights=effect,
            marks=article.marks.apply(edit),
            sentences=sentences.apply(edit, replacement.inserted),
            paragraphs=before,
            offset=edit.position - first.start,
        )
        article.forget_text()
        return step

    def revert(self, step: EditStep) -> EditStep:
        """Let all indexes go back behind an edit, by what they were before it."""
        article, back = self.article, step.inverse()
        for index, effect in ((article.index, step.highlights), (article.marks, step.marks)):
            index.apply(back.replacement.edit)
            for key, start, end, _ in effect.before:
                index.move(key, start, end)
        edit = step.replacement.edit
        self._touches.subtract(
            hit[0] for hit in step.highlights.before if touches_words(edit, hit[1], hit[2])
        )
        article.sentences.put_back(step.sentences, step.paragraphs)
        article.forget_text()
        return back

    def require_fit(self, replacement: Replacement) -> None:
        """Raise ``ValueError`` where an edit takes away other words than there are."""
        end = replacement.position + len(replacement.removed)
        if end > self.article.sentences.length or (
            self.article.slice(Span(replacement.position, end)) != replacement.removed
        ):
            message = f"there is other text at {replacement.position}"
            raise ValueError(message)
