from __future__ import annotations

import sqlite3
from contextlib import closing

from sqlalchemy import create_engine

from annotator.store.schema import metadata
from annotator.store.search_index import PARAGRAPHS, TABLES


def shape(path):
    """Return all that the file's tables, columns, indexes and references are."""
    with closing(sqlite3.connect(path)) as connection:
        ask = lambda question: connection.execute(question).fetchall()  # noqa: E731 - a name for short
        tables = {
            name: rest
            for _, name, *rest in ask("PRAGMA table_list")
            # SQLite itself keeps the tables behind the search index.
            if not name.startswith(("sqlite_", "alembic")) and rest[0] not in ("virtual", "shadow")
        }
        return {
            name: (
                kind,
                ask(f"PRAGMA table_info({name})"),
                sorted(row[2:] for row in ask(f"PRAGMA foreign_key_list({name})")),
                sorted(
                    (unique, partial, ask(f"PRAGMA index_info({index})"))
                    for _, index, unique, _, partial in ask(f"PRAGMA index_list({name})")
                ),
            )
            for name, kind in tables.items()
        }


def test_the_migrations_make_the_tables_that_the_queries_name(project_path, tmp_path):
    path = tmp_path / "metadata.db"
    engine = create_engine(f"sqlite:///{path}")
    metadata.create_all(engine)
    engine.dispose()
    expected, found = shape(path), shape(project_path)
    assert found.keys() == expected.keys()
    for name, table in expected.items():
        assert found[name] == table, name


def test_the_migrations_make_the_search_index_that_the_store_keeps(project_path):
    with closing(sqlite3.connect(project_path)) as connection:
        rows = connection.execute("SELECT name FROM pragma_table_list WHERE type = 'virtual'")
        found = {name for (name,) in rows}
    assert found == {PARAGRAPHS, *TABLES.values()}


def test_every_table_is_strict(project_path):
    with closing(sqlite3.connect(project_path)) as connection:
        loose = connection.execute(
            "SELECT name FROM pragma_table_list WHERE strict = 0 AND type = 'table'"
            " AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
        ).fetchall()
    assert loose == []


def test_keys_of_objects_are_never_given_twice(project_path):
    with closing(sqlite3.connect(project_path)) as connection:
        rows = connection.execute(
            "SELECT name FROM sqlite_schema WHERE sql LIKE '%AUTOINCREMENT%' ORDER BY name"
        ).fetchall()
    assert [name for (name,) in rows] == [
        name
        for name, table in sorted(metadata.tables.items())
        if table.dialect_options["sqlite"]["autoincrement"]
    ]
