"""The options that say how annotation files are to be read, which several verbs have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from annotator.core.reading_names import parse_reading
from annotator.service.exchange_ports import EXCHANGE_FIELDS, ExchangeOptions

if TYPE_CHECKING:
    from annotator.core.foreign_values import Reading

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class ForeignWishes:
    """How a file is read."""

    options: ExchangeOptions
    reading: Reading | None


def pairs(value: str, *, what: str) -> tuple[tuple[str, str], ...]:
    """Return pairs of words: ``text=body,label=type``."""
    split = [pair.partition("=") for pair in value.split(",") if pair.strip()]
    found = tuple((one.strip(), other.strip()) for one, _, other in split)
    for one, other in found:
        if not one or not other:
            raise click.BadParameter(f"write {what}, separated by commas.")
    if len(dict(found)) < len(found):
        raise click.BadParameter("something is named twice; give each one word.")
    return found


def _mapping(
    _context: click.Context, _parameter: click.Parameter, value: str
) -> tuple[tuple[str, str], ...]:
    found = pairs(value, what="FIELD=COLUMN")
    for name, _ in found:
        if name not in EXCHANGE_FIELDS:
            known = ", ".join(EXCHANGE_FIELDS)
            raise click.BadParameter(f"there is no field {name!r}; a highlight has {known}.")
    return found


def foreign_options(function: Callable[P, R]) -> Callable[P, R]:
    """Give a verb the options of reading annotations, and what they wish as ``foreign``."""

    @click.option("--format", "name", default="", help="Read it as one format.")
    @click.option("--variant", default="", help="Another way of that format.")
    @click.option("--encoding", default="", help="The encoding of a text that does not say it.")
    @click.option(
        "--map",
        "mapping",
        callback=_mapping,
        default="",
        metavar="FIELD=COLUMN,…",
        help="Columns of tables, keys of lines: start=begin,label=type.",
    )
    @click.option(
        "--offsets",
        default="",
        metavar="UNIT[,lf|crlf][,bom][,inclusive]",
        help="What positions count: code-points, utf-16 or utf-8.",
    )
    @wraps(function)
    def with_foreign(*args: P.args, **kwargs: P.kwargs) -> R:
        names = ("name", "variant", "encoding", "mapping", "offsets")
        name, variant, encoding, mapping, offsets = (kwargs.pop(one) for one in names)
        options = ExchangeOptions(
            str(variant),
            mapping,  # type: ignore[arg-type]  # as _mapping made it
            encoding=str(encoding),
            format=str(name),
        )
        reading = parse_reading(str(offsets)) if offsets else None
        kwargs["foreign"] = ForeignWishes(options, reading)
        return function(*args, **kwargs)

    return with_foreign


@dataclass(frozen=True, slots=True)
class SendingWishes:
    """What is written, and how; ``articles`` are named as a person names them."""

    options: ExchangeOptions
    search: str
    articles: tuple[str, ...]


def sending_options(function: Callable[P, R]) -> Callable[P, R]:
    """Give a verb the options of writing annotations, and what they wish as ``sending``."""

    @click.option("--filter", "search", default="", help="Only highlights that fit a search.")
    @click.option("--article", "articles", multiple=True, help="Only this article (repeatable).")
    @click.option("--variant", default="", help="Another way of the format (“annotator formats”).")
    @click.option("--no-guard", is_flag=True, help="Leave cells that begin like formulas.")
    @click.option("--pseudonyms", is_flag=True, help="“Reviewer 7KX4” and the like for names.")
    @wraps(function)
    def with_sending(*args: P.args, **kwargs: P.kwargs) -> R:
        search, variant = str(kwargs.pop("search")), str(kwargs.pop("variant"))
        articles, no_guard = kwargs.pop("articles"), kwargs.pop("no_guard")
        options = ExchangeOptions(
            variant,
            guard=not no_guard,
            format=str(kwargs["format_name"]),
            pseudonyms=bool(kwargs.pop("pseudonyms")),
        )
        kwargs["sending"] = SendingWishes(options, search, tuple(articles))  # type: ignore[arg-type]  # as click makes it
        return function(*args, **kwargs)

    return with_sending
