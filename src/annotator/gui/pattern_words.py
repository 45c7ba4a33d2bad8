"""What the window says of a pattern that cannot be read, in its own language.

What the compiler of patterns complains of is known in English alone: each complaint has its words
here, and one that has none is told by its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.core.finding_errors import LONGEST_PATTERN

if TYPE_CHECKING:
    from annotator.core.finding_errors import BadPatternError


def pattern_sentence(error: BadPatternError) -> str:
    """Return what is wrong with a pattern, and where."""
    reason = next((said for words, said in _reasons() if error.reason.startswith(words)), "")
    if error.position is None:
        return _tr("The pattern is wrong: {0}.").format(reason or _tr("it cannot be read"))
    place = error.position + 1
    if not reason:
        return _tr("The pattern cannot be read from character {0} on.").format(place)
    return _tr("The pattern is wrong at character {0}: {1}.").format(place, reason)


def _reasons() -> list[tuple[str, str]]:
    """Return how complaints begin, and what they mean."""
    too_long = _tr("it is longer than {0} characters").format(LONGEST_PATTERN)
    return [
        ("it is longer", too_long),
        ("it repeats too much", _tr("it repeats too much; give smaller counts")),
        ("a pattern that calls itself", _tr("a pattern that calls itself is not understood")),
        ("white space", _tr("white space can be left out of the whole alone, by (?x)")),
        ("missing )", _tr("a round bracket is not closed")),
        ("missing ]", _tr("a square bracket is not closed")),
        ("unterminated character set", _tr("a square bracket is not closed")),
        ("expected }", _tr("a curly bracket is not closed")),
        ("unbalanced parenthesis", _tr("a round bracket was never opened")),
        ("nothing to repeat", _tr("there is nothing to repeat")),
        ("multiple repeat", _tr("a repetition is repeated")),
        ("min repeat", _tr("the smaller count comes first")),
        ("repeat count too big", _tr("it repeats too much; give smaller counts")),
        ("bad character range", _tr("a range goes from the lower to the higher character")),
        ("bad escape (end", _tr("a backslash needs something behind it")),
        ("bad escape", _tr("this means nothing behind a backslash")),
        ("bad hex escape", _tr("this means nothing behind a backslash")),
        ("incomplete escape", _tr("this means nothing behind a backslash")),
        ("unknown property", _tr("there is no such class of characters")),
        ("undefined character name", _tr("there is no character of this name")),
        ("unknown group", _tr("there is no such group")),
        ("invalid group reference", _tr("there is no such group")),
        ("cannot refer to an open group", _tr("a group cannot stand in itself")),
        ("bad character in group name", _tr("a group cannot have this name")),
        ("missing group name", _tr("a group cannot have this name")),
        ("unknown extension", _tr("this means nothing behind “(?”")),
        ("bad inline flags", _tr("this means nothing behind “(?”")),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("pattern", text)
