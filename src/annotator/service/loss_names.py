"""What only some formats lose of highlights and texts, by the words for it, and what for."""

from __future__ import annotations

OVERLAPPING = "overlapping highlights"
WORDLESS = "highlights without a word"
UNREVIEWED = "highlights without a verdict"
SEVERAL_SPANS = "highlights of several spans"
OVER_SENTENCES = "highlights over the end of a sentence"
WITHIN_WORDS = "highlights that begin or end within a word"
LEFT_OUT = frozenset((OVERLAPPING, WORDLESS, UNREVIEWED))
"""The losses that are highlights which are not in the file."""
PARTED = frozenset((SEVERAL_SPANS, OVER_SENTENCES))
"""The losses that make several highlights of one."""
LONGEST_KEPT = "the longest of each was kept"
ONE_FOR_EACH_SPAN = "written as one for each span"
TAGS_COVER_WORDS = "the tags cover whole words"
WORDS_HAVE_TAGS = "only words have tags"
