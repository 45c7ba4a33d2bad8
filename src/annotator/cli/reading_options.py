"""The options that say how files are to be read, which several verbs have."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from annotator.service.article_ports import ARTICLE_FIELDS, ReadOptions
from annotator.service.importing import Wishes
from annotator.settings.settings import load_settings
from annotator.settings.table import KEEP_ORIGINALS

P = ParamSpec("P")
R = TypeVar("R")


def _mapping(
    _context: click.Context, _parameter: click.Parameter, value: str
) -> tuple[tuple[str, str], ...]:
    """Return pairs of an article's field and a column's name: ``text=body,title=headline``."""
    pairs = [pair.partition("=") for pair in value.split(",") if pair.strip()]
    found = tuple((name.strip(), column.strip()) for name, _, column in pairs)
    for name, column in found:
        if name not in ARTICLE_FIELDS:
            known = ", ".join(ARTICLE_FIELDS)
            raise click.BadParameter(f"there is no field {name!r}; an article has {known}.")
        if not column:
            raise click.BadParameter(f"{name!r} needs a column: {name}=COLUMN.")
    if len(dict(found)) < len(found):
        raise click.BadParameter("a field is named twice; give each one column.")
    return found


def reading_options(function: Callable[P, R]) -> Callable[P, R]:
    """Give a verb the options of reading, and what they wish for as its ``reading``."""

    @click.option("--reader", default="", help="Read files as one kind (“annotator readers”).")
    @click.option("--variant", default="", help="Another way of that reader.")
    @click.option("--encoding", default="", help="The encoding of texts that do not say it.")
    @click.option(
        "--map",
        "mapping",
        callback=_mapping,
        default="",
        metavar="FIELD=COLUMN,…",
        help="Columns of tables and dumps: text=body,title=headline.",
    )
    @click.option(
        "--keep-originals/--no-keep-originals",
        default=None,
        help=f"Keep the files' bytes in the project (the setting {KEEP_ORIGINALS.key}).",
    )
    @wraps(function)
    def with_reading(*args: P.args, **kwargs: P.kwargs) -> R:
        names = ("reader", "variant", "encoding", "mapping")
        reader, variant, encoding, mapping = (kwargs.pop(name) for name in names)
        options = ReadOptions(str(encoding), str(variant), mapping)  # type: ignore[arg-type]  # as _mapping made it
        kept = kwargs.pop("keep_originals")
        if kept is None:
            kept = load_settings().get(KEEP_ORIGINALS.key)
        kwargs["reading"] = Wishes(reader=str(reader), options=options, keep_originals=bool(kept))
        return function(*args, **kwargs)

    return with_reading
