"""What a reading process and the program say to each other: one JSON object a line, no pickle."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from annotator.core.errors import AnnotatorError
from annotator.core.records import Source
from annotator.service.article_ports import Doubt, ReadArticle, ReadOptions
from annotator.service.column_mappings import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Message: TypeAlias = dict[str, Any]

_OURS = "annotator."
IDLE_SECONDS = 120.0
"""After so long without a file a reading process ends itself."""


def to_line(message: Message) -> bytes:
    """Write a message as one line; what no encoding can write (a path's bytes) passes too."""
    line = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    return line.encode("utf-8", "surrogatepass") + b"\n"


def from_line(line: bytes) -> Message:
    """Read a message back; raises ValueError for a line that is none."""
    message = json.loads(line.decode("utf-8", "surrogatepass"))
    if isinstance(message, dict):
        return message
    raise ValueError(line[:80])


def understood(message: Message) -> tuple[str, object]:
    """Return what kind of answer a message is, and the article, columns, error or words it brings.

    Raises:
        ValueError: it is none that a reading process gives.
        LookupError: something is missing in it.
        TypeError: something in it is of another type.
    """
    ((kind, value),) = message.items()
    if kind == "article":
        return kind, article_of(value)
    if kind == "columns":
        return kind, columns_of(value)
    return kind, error_of(value) if kind in ("error", "raised") else value


def options_message(options: ReadOptions) -> Message:
    """Return what a person chose as a message."""
    return asdict(options)


def options_of(message: Message) -> ReadOptions:
    """Return what a person chose.

    >>> options_of(options_message(ReadOptions(mapping=(("text", "body"),)))).mapping
    (('text', 'body'),)
    """
    return ReadOptions(
        encoding=message["encoding"],
        variant=message["variant"],
        mapping=tuple((field, column) for field, column in message["mapping"]),
        languages=tuple(message["languages"]),
    )


def article_message(article: ReadArticle) -> Message:
    """Return an article as a message."""
    return {one.name: getattr(article, one.name) for one in fields(article)} | {
        "source": asdict(article.source)
    }


def article_of(message: Message) -> ReadArticle:
    """Return the article of a message."""
    source = Source(**_frozen(message["source"]))
    doubts = tuple(Doubt(one) for one in message["doubts"])
    return ReadArticle(**_frozen(message) | {"source": source, "doubts": doubts})


def columns_message(columns: Iterable[Column]) -> list[Message]:
    """Return columns as a part of a message.

    >>> columns_of(columns_message([Column("a", ("1", "2"), "text")]))
    (Column(name='a', samples=('1', '2'), field='text'),)
    """
    return [asdict(one) for one in columns]


def columns_of(messages: Iterable[Message]) -> tuple[Column, ...]:
    """Return the columns of a message."""
    return tuple(Column(**_frozen(one)) for one in messages)


def error_message(error: AnnotatorError) -> Message:
    """Return an error as a message: its class, its sentence and its fields."""
    kind = type(error)
    return {
        "class": [kind.__module__, kind.__qualname__],
        "sentence": str(error),
        "fields": {name: _told(value) for name, value in vars(error).items()},
    }


def error_of(message: Message) -> AnnotatorError:
    """Return the error of a message, in its own class and with its fields.

    Raises:
        ValueError: the message names no class of errors.
    """
    module, name = message["class"]
    if module.startswith(_OURS):
        import_module(module)
    kinds = {(one.__module__, one.__qualname__): one for one in _below(AnnotatorError)}
    if (module, name) not in kinds:
        raise ValueError(name)
    # Each class has a signature of its own; what makes the error is its sentence and fields.
    kind = kinds[module, name]
    error = kind.__new__(kind)
    error.args = (message["sentence"],)
    vars(error).update({name: _meant(value) for name, value in message["fields"].items()})
    return error


def _below(kind: type[AnnotatorError]) -> Iterator[type[AnnotatorError]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def _frozen(message: Message) -> Message:
    return {name: tuple(one) if isinstance(one, list) else one for name, one in message.items()}


def _told(value: object) -> object:
    """Return a field's value so that JSON can hold it and ``_meant`` finds it again."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, Path):
        return {"path": str(value)}
    if isinstance(value, (tuple, list)):
        return [_told(one) for one in value]
    return str(value)


def _meant(value: Any) -> Any:  # noqa: ANN401 - a field of an error may be of any type
    if isinstance(value, dict):
        return Path(value["path"])
    return tuple(map(_meant, value)) if isinstance(value, list) else value
