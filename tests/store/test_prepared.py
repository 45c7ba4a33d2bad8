from __future__ import annotations

import pytest
from sqlalchemy import bindparam, func, insert, select, text
from tests.store.samples import CODEBOOK

from annotator.store import schema
from annotator.store.clock import new_id, now
from annotator.store.prepared import Prepared, PreparedFor

LABELS = Prepared(
    select(schema.label.c.uuid, schema.label.c.tests, schema.label.c.position)
    .where(schema.label.c.position < bindparam("before"), schema.label.c.archived == 0)
    .order_by(schema.label.c.position)
)


@pytest.fixture
def connection(store):
    with store._database.writing() as connection:
        yield connection


def test_a_prepared_statement_gives_the_rows_that_core_gives(connection):
    through_core = connection.execute(LABELS._statement, {"before": 2}).all()
    assert LABELS.all(connection, {"before": 2}) == [tuple(row) for row in through_core]
    assert [row[0] for row in LABELS.all(connection, {"before": 2})] == [
        label.id for label in CODEBOOK.labels if label.position < 2
    ]
    assert LABELS.columns == ("uuid", "tests", "position")


@pytest.mark.parametrize("number", [0, 1, 9, 64, 513])
def test_asked_for_many_values_it_gives_each_row_that_core_gives_once(connection, number):
    column = schema.label.c.uuid
    asked = PreparedFor(select(column, schema.label.c.tests), column)
    wanted = [label.id for label in CODEBOOK.labels] + [new_id() for _ in range(number)]
    statement = select(column, schema.label.c.tests).where(column.in_(wanted[-number - 2 :]))
    through_core = sorted(tuple(row) for row in connection.execute(statement))
    assert len(through_core) == 2
    assert sorted(asked.all(connection, wanted[-number - 2 :])) == through_core
    assert [*asked.all(connection, [])] == []


def test_values_are_kept_as_core_keeps_them(connection):
    rows = [
        {
            "revision": 7 + n,
            "created": now(),
            "guideline": f"Rule {n}",
            "verdicts": ["True"],
            "hash": b"0" * 32,
        }
        for n in range(2)
    ]
    Prepared(insert(schema.codebook_revision)).run(connection, rows)
    kept = select(schema.codebook_revision).where(schema.codebook_revision.c.revision > 6)
    assert [dict(row) for row in connection.execute(kept).mappings()] == rows


def test_an_id_is_found_by_its_bytes(connection):
    by_id = Prepared(select(schema.label.c.slug).where(schema.label.c.uuid == bindparam("id")))
    label = CODEBOOK.labels[0]
    assert by_id.all(connection, {"id": label.id}) == [(label.key,)]
    assert by_id.all(connection, {"id": new_id()}) == []


def test_a_name_may_stand_in_several_places_and_a_list_in_one(connection):
    twice = Prepared(text("SELECT :n + :n"))
    asked = func.json_each(bindparam("numbers")).table_valued("value")
    among = Prepared(select(asked.c.value))
    assert twice.all(connection, {"n": 3}) == [(6,)]
    assert among.all(connection, {"numbers": "[2,1]"}) == [(2,), (1,)]


def test_a_value_that_is_not_given_is_a_mistake(connection):
    with pytest.raises(KeyError, match="before"):
        LABELS.all(connection, {})


def test_running_for_no_rows_sends_nothing(connection):
    Prepared(insert(schema.codebook_revision)).run(connection, [])
    assert len(connection.execute(select(schema.codebook_revision)).all()) == 1
