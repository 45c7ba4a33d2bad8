"""A codebook as TOML: the form in which the built-in labels are shipped and others exchanged."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, TypeVar

from annotator.core.claim_fields import DEFAULT_VERDICTS
from annotator.core.codebook_rules import require_codebook, require_label
from annotator.core.errors import UsageError
from annotator.core.file_errors import (
    FileProblemError,
    FolderError,
    MissingFileError,
    SpecialFileError,
    UnreadableFileError,
)
from annotator.core.records import Codebook, Label
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

T = TypeVar("T")
_HEADER = "[[label]]"
_LARGEST = 4_000_000
_REVISIONS = range(1, 2**31)
_CONTROLS = {
    **{code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)},
    ord("\b"): "\\b",
    ord("\t"): "\\t",
    ord("\f"): "\\f",
    ord("\r"): "\\r",
    ord("\n"): "\\n",
    ord('"'): '\\"',
    ord("\\"): "\\\\",
}
_CONTROLS_IN_LINES = {code: text for code, text in _CONTROLS.items() if code != ord("\n")}


class CodebookFileError(FileProblemError):
    """A file that is no codebook; ``reason`` says where it goes wrong."""

    def __init__(self, path: Path, *, reason: str) -> None:
        self.reason = reason
        super().__init__(path, f"is no codebook ({reason}); compare it with an exported one.")


class _WrongPlaceError(Exception):
    """Something in a codebook that is not as it must be, with the words for it."""


def read_codebook(path: Path) -> Codebook:
    """Read a codebook.

    Raises:
        CodebookFileError: it is no TOML, or something in it is not as it must be; where, it says.
        FileProblemError: it cannot be read.

    """
    try:
        return parse_codebook(_decoded(_raw(path)))
    except tomllib.TOMLDecodeError as error:
        reason = str(error)[:1].lower() + str(error)[1:]
        raise CodebookFileError(path, reason=reason) from error
    except (UnicodeDecodeError, RecursionError, UsageError, _WrongPlaceError) as error:
        raise CodebookFileError(path, reason=str(error).rstrip(".")) from error


def _raw(path: Path) -> bytes:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise SpecialFileError(path)
        with path.open("rb") as file:
            return file.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise MissingFileError(path) from error
    except IsADirectoryError as error:
        raise FolderError(path) from error
    except OSError as error:
        raise UnreadableFileError(path, reason=error.strerror or str(error)) from error


def _decoded(raw: bytes) -> str:
    if len(raw) > _LARGEST:
        message = "it is larger than any codebook"
        raise _WrongPlaceError(message)
    return raw.decode("utf-8-sig")


def parse_codebook(text: str) -> Codebook:
    """Return the codebook that a TOML text holds."""
    content = tomllib.loads(text)
    entries = _get(content, "label", list, place="", default=[])
    revision = _get(content, "revision", int, place="")
    if isinstance(revision, bool) or revision not in _REVISIONS:
        message = "revision must be a whole number of 1 or more"
        raise _WrongPlaceError(message)
    places = _places(text, entries)
    codebook = Codebook(
        revision=revision,
        guideline=_flowing(_get(content, "guideline", str, place="")),
        labels=tuple(
            _label(entry, position, places[position]) for position, entry in enumerate(entries)
        ),
        verdicts=_texts(content, "verdicts", place="", default=DEFAULT_VERDICTS),
    )
    require_codebook(codebook)
    return codebook


def _places(text: str, entries: list[Any]) -> list[str]:
    """Return what to call each label in a sentence about it, with its line where that is sure."""
    lines = text.split("\n")
    heads = [number for number, line in enumerate(lines, 1) if line.strip().startswith(_HEADER)]
    places = []
    for number, entry in enumerate(entries):
        line = f"line {heads[number]}, " if len(heads) == len(entries) else ""
        key = entry.get("key") if isinstance(entry, dict) else None
        named = f" ({key})" if isinstance(key, str) else ""
        places.append(f"{line}label {number + 1}{named}: ")
    return places


def _label(entry: Any, position: int, place: str) -> Label:  # noqa: ANN401 - what a stranger wrote
    if not isinstance(entry, dict):
        message = f"{place}it must be a table"
        raise _WrongPlaceError(message)

    def word(name: str, default: str | None = None) -> str:
        return _get(entry, name, str, place=place, default=default)

    def texts(name: str) -> tuple[str, ...]:
        return _texts(entry, name, place=place)

    examples = _get(entry, "examples", list, place=place, default=[])
    label = Label(
        id=word("id").lower(),
        key=word("key"),
        name=word("name"),
        letter=word("letter"),
        color_light=word("color_light"),
        color_dark=word("color_dark"),
        line_style=word("line"),
        shortcut=word("shortcut", ""),
        position=position,
        definition=_flowing(word("definition", "")),
        tests=texts("tests"),
        edge_cases=texts("edge_cases"),
        examples=tuple(_example(one, place) for one in examples),
        parent_id=word("parent", "").lower() or None,
        archived=_get(entry, "archived", bool, place=place, default=False),
        fields=texts("fields"),
        revised=_get(entry, "revised", int, place=place, default=0),
    )
    try:
        require_label(label)
    except UsageError as error:
        raise _WrongPlaceError(place + str(error)) from error
    return label


_KINDS = {str: "a text", int: "a whole number", list: "a list", bool: "true or false"}


def _get(
    table: dict[str, Any], name: str, kind: type[T], *, place: str, default: T | None = None
) -> T:
    if name not in table and default is not None:
        return default
    if name not in table:
        message = f"{place}{name} is missing"
        raise _WrongPlaceError(message)
    value = table[name]
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        message = f"{place}{name} must be {_KINDS[kind]}"
        raise _WrongPlaceError(message)
    return value


def _texts(
    table: dict[str, Any], name: str, *, place: str, default: tuple[str, ...] = ()
) -> tuple[str, ...]:
    values = _get(table, name, list, place=place, default=list(default))
    if not all(isinstance(value, str) for value in values):
        message = f"{place}{name} must be a list of texts"
        raise _WrongPlaceError(message)
    return tuple(values)


def _example(example: object, place: str) -> str:
    if isinstance(example, str):
        return example
    if not isinstance(example, dict):
        message = f"{place}an example must be a text or a table"
        raise _WrongPlaceError(message)
    text = _get(example, "text", str, place=place)
    because = _get(example, "because", str, place=place)
    fits = _get(example, "fits", bool, place=place)
    return f"{text if fits else f'Not: {text}'} — {because}"


def _flowing(text: str) -> str:
    """Return a text without the line end that stands before the closing quotes."""
    return text.removesuffix("\n")


def write_codebook(codebook: Codebook, path: Path) -> None:
    """Write a codebook, the file whole or not at all.

    Raises:
        FileProblemError: the file cannot be written, or must not be written over.

    """
    with replacing(path) as file:
        file.write(codebook_text(codebook))


def codebook_text(codebook: Codebook) -> str:
    """Return a codebook as the TOML that ``parse_codebook`` reads the same codebook from."""
    lines = [
        f"revision = {codebook.revision}",
        f"verdicts = {_list(codebook.verdicts)}",
        f"guideline = {_long(codebook.guideline)}",
    ]
    for label in codebook.labels:
        lines += ["", _HEADER, *_label_lines(label)]
    return "\n".join(lines) + "\n"


def _label_lines(label: Label) -> Iterator[str]:
    yield f"id = {_short(label.id)}"
    yield f"key = {_short(label.key)}"
    yield f"name = {_short(label.name)}"
    yield f"letter = {_short(label.letter)}"
    yield f"shortcut = {_short(label.shortcut)}"
    yield f"color_light = {_short(label.color_light)}"
    yield f"color_dark = {_short(label.color_dark)}"
    yield f"line = {_short(label.line_style)}"
    if label.parent_id:
        yield f"parent = {_short(label.parent_id)}"
    if label.archived:
        yield "archived = true"
    if label.revised:
        yield f"revised = {label.revised}"
    if label.fields:
        yield f"fields = {_list(label.fields)}"
    yield f"definition = {_long(label.definition)}"
    for name in ("tests", "edge_cases", "examples"):
        yield f"{name} = {_list(getattr(label, name))}"


def _list(texts: tuple[str, ...]) -> str:
    if not texts:
        return "[]"
    return "[\n" + "".join(f"  {_short(text)},\n" for text in texts) + "]"


def _short(text: str) -> str:
    return f'"{text.translate(_CONTROLS)}"'


def _long(text: str) -> str:
    """Return a text in lines of its own; the line end before the closing quotes is none of it."""
    return f'"""\n{text.translate(_CONTROLS_IN_LINES)}\n"""' if text else '""'
