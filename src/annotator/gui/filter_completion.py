"""What a search being typed may go on with: the names of filters, and what can stand after them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from annotator.core.search_query import CHOICES, FILTERS
from annotator.core.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.core.search_query import FilterName

    # Asked for the names that a filter may take; what was typed of them helps where they are many.
    Names: TypeAlias = Callable[[FilterName, str], Iterable[str]]

MOST_OFFERED: Final = 8
# A single letter begins too many words to interrupt anyone.
LEAST_OF_A_NAME: Final = 2
_MARKS: Final = '"“”„‟'
_LAST: Final = re.compile(
    rf"""(?:^|(?<=\s))(?P<minus>[-\u2212]?)
    (?:(?P<name>[^\W\d_]+):(?P<value>[{_MARKS}][^{_MARKS}]*|[^\s{_MARKS}]*)|(?P<word>[^\W\d_]+))\Z""",
    re.VERBOSE,
)
_REST: Final = re.compile(rf"[^\s{_MARKS}]*")
_QUOTED_REST: Final = re.compile(rf"[^{_MARKS}]*[{_MARKS}]")


@dataclass(frozen=True, slots=True)
class Completion:
    """What is offered: the words shown, and the text and cursor once it is taken."""

    shown: str
    text: str
    cursor: int
    of_value: bool


def completions(text: str, cursor: int, names: Names) -> list[Completion]:
    """Return what the piece before the cursor may become, the likeliest first.

    >>> offered = completions("dam has:no", 10, lambda _filter, _typed: ())
    >>> [(one.shown, one.text) for one in offered]
    [('note', 'dam has:note ')]
    """
    match = _LAST.search(text[:cursor])
    if match is None or _is_inside_phrase(text[: match.start()]):
        return []
    if match["name"] is None:
        return _filters(text, match)
    name = match["name"].casefold()
    return [one for known in FILTERS if known == name for one in _values(text, match, known, names)]


def _is_inside_phrase(before: str) -> bool:
    return sum(before.count(mark) for mark in _MARKS) % 2 == 1


def _filters(text: str, match: re.Match[str]) -> list[Completion]:
    typed = match["word"].casefold()
    if len(typed) < LEAST_OF_A_NAME:
        return []
    return [
        _taken(text, match, f"{match['minus']}{name}:", shown=f"{name}:", of_value=False)
        for name in FILTERS
        if name.startswith(typed)
    ]


def _values(
    text: str, match: re.Match[str], name: FilterName, names: Names
) -> Iterable[Completion]:
    typed = match["value"].lstrip(_MARKS)
    known = CHOICES.get(name) or tuple(dict.fromkeys(names(name, typed)))
    fitting = [one for one in known if one != typed and _fits(typed, one)]
    head = f"{match['minus']}{name}:"
    for value in sorted(fitting, key=lambda one: not _begins(typed, one))[:MOST_OFFERED]:
        yield _taken(text, match, f"{head}{_quoted(value)} ", shown=value, of_value=True)


def _begins(typed: str, value: str) -> bool:
    return " ".join(words(value)).startswith(" ".join(words(typed)))


def _fits(typed: str, value: str) -> bool:
    """Tell whether every word typed begins a word of a value, case and accents aside."""
    held = words(value.replace("-", " "))
    return all(any(word.startswith(one) for word in held) for one in words(typed.replace("-", " ")))


def _quoted(value: str) -> str:
    bare = "".join(" " if character in _MARKS else character for character in value).strip()
    return f'"{bare}"' if any(character.isspace() for character in bare) else bare


def _taken(
    text: str, match: re.Match[str], piece: str, *, shown: str, of_value: bool
) -> Completion:
    """Put a piece in the place of the one at the cursor, with what of it lies behind that."""
    quoted = (match["value"] or "")[:1] in tuple(_MARKS)
    rest = (_QUOTED_REST.match(text, match.end()) if quoted else None) or _REST.match(
        text, match.end()
    )
    end = rest.end() if rest is not None else match.end()
    after = text[end:].lstrip(" ") if piece.endswith(" ") else text[end:]
    whole = text[: match.start()] + piece
    return Completion(shown, whole + after, len(whole), of_value)
