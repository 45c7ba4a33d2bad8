"""What is sent to a project file, through Core or past it."""

from __future__ import annotations

from contextlib import contextmanager
from unittest import mock

from sqlalchemy import event

from annotator.store import prepared


@contextmanager
def sent(store):
    """Collect the statements that a store sends inside, in their order."""
    seen, send = [], prepared.send

    def past_core(connection, sql, rows):
        seen.append(sql)
        return send(connection, sql, rows)

    def through_core(*arguments):
        seen.append(arguments[2])

    engine = store._database.connection.engine
    event.listen(engine, "before_cursor_execute", through_core)
    with mock.patch.object(prepared, "send", past_core):
        yield seen
    event.remove(engine, "before_cursor_execute", through_core)
