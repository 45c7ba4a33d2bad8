"""The card of a dataset: YAML above, which loaders go by, and below what people read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.core.records import Codebook

FENCE = "---"
LICENSE = "unknown"
_PRINTABLE = re.compile(
    '[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|["\\\\]'
)
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_LARGEST = "1M<n<10M"
_FEATURE = re.compile(r"\s*-\s+name:\s*(.+?)\s*$")
_NUMBERED = re.compile(r"""\s*['"]?(\d{1,6})['"]?:\s*(.+?)\s*$""")
_LISTED = re.compile(r"\s*-\s+(.+?)\s*$")
_ESCAPED = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}
_HIGHEST = 0x10FFFF


def quoted(words: str) -> str:
    r"""Return words as YAML has them between quotation marks, on one line.

    >>> print(quoted('a "b"\n👻'), unquoted(quoted('a "b"\n👻')) == 'a "b"\n👻')
    "a \"b\"\x0a👻" True
    """
    return f'"{_PRINTABLE.sub(_escape, words)}"'


def unquoted(value: str) -> str:
    """Return the words of a single YAML value."""
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) > 1 and value[0] == value[-1] == '"':
        return _ESCAPED.sub(_unescape, value[1:-1])
    return value


def card_lines(
    name: str, *, languages: Iterable[str], size: int, path: str, features: Iterable[str]
) -> Iterator[str]:
    """Yield the lines of the YAML above, with its fences."""
    yield FENCE
    spoken = sorted(languages)
    if spoken:
        yield "language:"
        yield from (f"- {quoted(one)}" for one in spoken)
    yield f"license: {LICENSE}"
    yield "task_categories:\n- token-classification"
    yield f"pretty_name: {quoted(name)}"
    yield f"size_categories:\n- {size_of(size)}"
    yield "configs:\n- config_name: default\n  data_files:"
    yield f"  - split: train\n    path: {path}"
    yield "dataset_info:\n  features:"
    yield from (f"  {line}" for line in features)
    yield FENCE


def size_of(count: int) -> str:
    """Return in which range of sizes so many rows are.

    >>> size_of(12), size_of(1_000)
    ('n<1K', '1K<n<10K')
    """
    return next((words for most, words in _SIZES if count < most), _LARGEST)


def class_label(name: str, names: Sequence[str], *, listed: bool) -> Iterator[str]:
    """Yield the lines of a feature that is one of some names, or a list of such."""
    yield f"- name: {name}"
    yield "  list:" if listed else "  dtype:"
    yield "    class_label:"
    yield "      names:"
    yield from (f"        '{number}': {quoted(one)}" for number, one in enumerate(names))


def told_labels(codebook: Codebook) -> Iterator[str]:
    """Yield the lines of a table of the labels for people."""
    yield "| Label | Name | Definition |"
    yield "|---|---|---|"
    for one in codebook.labels:
        yield f"| {table_cell(one.key)} | {table_cell(one.name)} | {table_cell(one.definition)} |"


def names_in(card: str) -> Mapping[str, Sequence[str]]:
    """Return the names that class labels stand for, by the feature; those above the text alone.

    Reads the two ways in which cards have them, and nothing else of YAML.
    """
    found: dict[str, dict[int, str]] = {}
    feature, inside = "", -1
    lines = card.split("\n")
    for line in lines[1 : _end(lines)]:
        depth = len(line) - len(line.lstrip(" "))
        if inside >= 0 and line.strip():
            named = _NUMBERED.match(line) or _LISTED.match(line)
            deeper = depth > inside or (depth == inside and line.lstrip().startswith("- "))
            if named and deeper and not _FEATURE.match(line):
                names = found.setdefault(feature, {})
                number = int(named[1]) if named.re is _NUMBERED else len(names)
                names[number] = unquoted(named[named.re.groups])
                continue
            inside = -1
        if told := _FEATURE.match(line):
            feature = unquoted(told[1])
        elif line.strip() == "names:":
            inside = depth
    return {
        one: [names.get(number, str(number)) for number in range(max(names) + 1)]
        for one, names in found.items()
        if max(names) < 2 * len(names) + 100
    }


def _end(lines: Sequence[str]) -> int:
    """Return the number of the line that ends the YAML; 0 where there is none."""
    if not lines or lines[0].strip() != FENCE:
        return 0
    return next((at for at, line in enumerate(lines) if at and line.strip() == FENCE), 0)


def table_cell(words: str) -> str:
    """Return words as a table for people can hold them."""
    return " ".join(words.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in '"\\':
        return f"\\{sign}"
    number = ord(sign)
    return f"\\x{number:02x}" if number <= 0xFF else f"\\u{number:04x}"  # noqa: PLR2004 - two digits


def _unescape(found: re.Match[str]) -> str:
    digits = found[1] or found[2] or found[3]
    if digits:
        number = int(digits, 16)
        return chr(number) if number <= _HIGHEST else "�"
    return _SHORT.get(found[4], found[4])
