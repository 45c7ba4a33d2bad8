"""The lines of brat's annotation files: text-bound ones, and what is said of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTES = "AnnotatorNotes"
_LINE = re.compile(r"(?:[A-Z]\d\S*|#\S*|\*)\t")
_PLACES = re.compile(r"-?\d{1,12} -?\d{1,12}(?:;-?\d{1,12} -?\d{1,12})* *")
# Where the places begin: a type has no spaces in brat, but elsewhere it may.
_BORDER = re.compile(r" (?=-?\d{1,12} -?\d)")
_POSITION = re.compile(r"-?\d{1,12}")
_LEVELS = 8
_ROW = 3


class BadLineError(ValueError):
    """A line that cannot be understood; its text says why, as a half sentence."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A text-bound annotation; ``words`` are those of all its fragments as the line has them."""

    id: str
    label: str
    fragments: tuple[tuple[int, int], ...]
    words: str
    line: int

    @property
    def length(self) -> int:
        """How long its words are if they are what its positions say."""
        return sum(end - start for start, end in self.fragments) + len(self.fragments) - 1


@dataclass(frozen=True, slots=True)
class Comment:
    """A note on an annotation: its kind, and its words."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """A line on what other lines have: its number, its own id, its type, and whose ids it names.

    An event names its trigger first.
    """

    line: int
    id: str
    type: str
    names: tuple[str, ...]


@dataclass(slots=True)
class Lines:
    """What a file of annotations says; ``wrong`` has a line's number and why it was left out.

    ``remarks`` are by the text-bound annotation that they are about; ``left`` counts what is
    understood and has no place in a project, and ``told`` are all lines but the text-bound ones.
    """

    bound: list[Bound] = field(default_factory=list)
    remarks: dict[str, list[Comment]] = field(default_factory=dict)
    left: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[int, str]] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)


def read_lines(text: str) -> Lines:
    r"""Return what the lines of a file say.

    >>> read_lines("T1\tOrg 0 5;16 23\tNorth America\n").bound[0].fragments
    ((0, 5), (16, 23))
    """
    reader = _Reader()
    for number, line in _whole_lines(text):
        if line.strip():
            try:
                reader.take(number, line)
            except BadLineError as error:
                reader.lines.wrong.append((number, str(error)))
    return reader.done()


def _whole_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield lines, those together that a raw line end in their words broke in two."""
    first, parts = 0, list[str]()
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.removesuffix("\r")
        if parts and _LINE.match(line):
            yield first, "\n".join(parts)
            parts = []
        if not parts:
            first = number
        parts.append(line)
    yield first, "\n".join(parts)


class _Reader:
    """Takes lines in, and tells whom the notes are about once all are known."""

    def __init__(self) -> None:
        self.lines = Lines()
        self._ids: set[str] = set()
        self._above: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self._remarks: list[tuple[str, Comment]] = []

    def take(self, number: int, line: str) -> None:
        """Take in a line; raise ``BadLineError`` where it cannot be understood."""
        name, tab, rest = line.partition("\t")
        if not tab or not _LINE.match(line):
            raise BadLineError("it does not begin with an id and a tab")
        if name[0] == "T":
            self._take_bound(number, name, rest)
            return
        rest = " ".join(rest.split("\n")).rstrip(" \r")
        self.lines.told.append(_names_in(number, name, rest))
        if name[0] == "#":
            self._take_note(rest)
        elif name[0] in "AM":
            self._take_attribute(name, rest)
        elif name[0] == "N":
            self._take_reference(name, rest)
        elif name[0] in "ER":
            self._take_relation(name, rest)
        else:
            self.lines.left["groups of equals" if name == "*" else "lines of unknown kinds"] += 1

    def done(self) -> Lines:
        """Return all that was taken in."""
        for target, remark in self._remarks:
            found, kind = self._meant(target)
            if found in self._ids:
                told = Comment(remark.kind, f"{kind}: {remark.words}") if kind else remark
                self.lines.remarks.setdefault(found, []).append(told)
            else:
                self.lines.left["notes on nothing in the text"] += 1
        return self.lines

    def _take_bound(self, number: int, name: str, rest: str) -> None:
        if name in self._ids:
            raise BadLineError(f"the id {name} is there already")
        label, fragments, words = _told(rest)
        if any(not 0 <= start <= end for start, end in fragments):
            raise BadLineError("a position is negative, or an end lies before its start")
        one = Bound(name, label, fragments, words, number)
        cut, behind = _cut(words, one.length)
        self.lines.bound.append(Bound(name, label, fragments, cut, number))
        self._ids.add(name)
        if behind:
            raise BadLineError("a line behind it begins with no id")

    def _take_note(self, rest: str) -> None:
        data, tab, words = rest.partition("\t")
        kind, _, target = data.strip().partition(" ")
        if not tab or not target:
            raise BadLineError("a note tells neither whom it is about nor what it says")
        self._remarks.append((target, Comment(kind, words.strip())))

    def _take_attribute(self, name: str, rest: str) -> None:
        kind, _, behind = rest.partition("\t")[0].strip().partition(" ")
        target, _, value = behind.partition(" ")
        if not target:
            raise BadLineError("an attribute does not tell whose it is")
        self._above[name] = target
        self._remarks.append((target, Comment(NOTES, f"{kind}: {value}" if value else kind)))

    def _take_reference(self, name: str, rest: str) -> None:
        data, _, words = rest.partition("\t")
        _, _, behind = data.strip().partition(" ")
        target, _, entry = behind.partition(" ")
        if not entry:
            raise BadLineError("a reference tells neither whose it is nor to what")
        self._above[name] = target
        shown = f"{entry} ({words.strip()})" if words.strip() else entry
        self._remarks.append((target, Comment(NOTES, shown)))

    def _take_relation(self, name: str, rest: str) -> None:
        """Remember the trigger of an event, or the first argument of a relation."""
        told = rest.split()
        mark = told[0] if name[0] == "E" and told else "".join(told[1:2])
        target = mark.rpartition(":")[2]
        if not target:
            raise BadLineError("it does not tell what it connects")
        self._above[name] = target
        if name[0] == "R":
            self._kinds[name] = told[0]
        what = "events" if name[0] == "E" else "relations"
        self.lines.left[what] += 1

    def _meant(self, target: str) -> tuple[str, str]:
        """Return the text-bound annotation that something is about, and the relation between."""
        kind = ""
        for _ in range(_LEVELS):
            kind = kind or self._kinds.get(target, "")
            target = self._above.get(target, target)
        return target, kind


def _names_in(number: int, name: str, rest: str) -> Told:
    """Return which ids a line that is not text-bound names."""
    kind, *behind = rest.partition("\t")[0].split() or [""]
    named = behind if name[0] == "*" else behind[:1]
    if name[0] in "ER":
        kind, _, trigger = kind.partition(":")
        named = [*filter(None, (trigger,)), *(one.partition(":")[2] for one in behind)]
    return Told(number, name, kind, tuple(named))


def _told(rest: str) -> tuple[str, tuple[tuple[int, int], ...], str]:
    """Return label, fragments and words of a text-bound line, of five columns, too."""
    cells = rest.split("\t", _ROW)
    if len(cells) >= _ROW and _POSITION.fullmatch(cells[1]) and _POSITION.fullmatch(cells[2]):
        return cells[0], ((int(cells[1]), int(cells[2])),), "".join(cells[_ROW:])
    data, tab, words = rest.partition("\t")
    data = data if tab else data.rstrip()  # without words, their line's end is its own
    border = _BORDER.search(data)
    if border is None or not _PLACES.fullmatch(data, border.end()):
        raise BadLineError("it does not tell its label and place")
    numbers = [one.split(" ") for one in data[border.end() :].strip().split(";")]
    fragments = tuple((int(start), int(end)) for start, end in numbers)
    return data[: border.start()], fragments, words


def _cut(words: str, length: int) -> tuple[str, bool]:
    """Return words without what stands behind them, and whether that is more than space."""
    if not words[length:].strip():
        return words[:length] if len(words) >= length else words.rstrip("\n"), False
    end = words.find("\n", length)
    return (words, False) if end < 0 else (words[:end], bool(words[end:].strip()))
