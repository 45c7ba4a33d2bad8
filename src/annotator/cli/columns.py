"""The verb that shows the columns of a table or dump, before it is added."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from annotator.cli.session import PATH, Session, verb
from annotator.core.table_errors import NoColumnsError
from annotator.service.article_ports import ReadOptions
from annotator.service.choosing import VariantCheck, reader_for
from annotator.service.column_mappings import TableReader, mapped_columns

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.service.column_mappings import Column


@click.command()
@click.argument("file", type=PATH)
@click.option("--reader", "named", default="", help="Read it as one kind (“annotator readers”).")
@click.option("--variant", default="", help="Another way of that reader.")
@click.option("--encoding", default="", help="The encoding of a text that does not say it.")
@verb
def columns(session: Session, /, file: Path, named: str, *, variant: str, encoding: str) -> int:
    """List the columns of FILE, some of their values, and what “add” takes them for."""
    surroundings = session.surroundings()
    reader = reader_for(file, list(surroundings.readers()), named=named)
    if not isinstance(reader, TableReader):
        raise NoColumnsError(file, reader=reader.name)
    VariantCheck(variant, ()).meet(reader)
    found = reader.columns(file, ReadOptions(encoding, variant))
    mapping = surroundings.mappings.remembered([one.name for one in found])
    chosen = {name for _, name in mapping}
    shown = mapped_columns(found, mapping)
    facts = [asdict(one) | {"remembered": one.name in chosen} for one in shown]
    session.tell(
        facts,
        "\n".join(_line(one, "remembered" if one.name in chosen else "guessed") for one in shown),
    )
    return 0


def _line(column: Column, how: str) -> str:
    taken = f"{column.field} ({how})" if column.field else "-"
    values = " | ".join(" ".join(value.split()) for value in column.samples)
    return f"{column.name:<20} {taken:<24} {values}".rstrip()
