from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from annotator.core.project_errors import DiskFullError, ProjectBusyError, ReadOnlyProjectError
from annotator.store import engine
from annotator.store.engine import Database, pragmas


@pytest.fixture
def database(project_path):
    opened = Database(project_path)
    yield opened
    opened.close()


def rename(database: Database, name: str) -> None:
    with database.writing() as connection:
        connection.execute(text("UPDATE project SET name = :name"), {"name": name})
        database.commit()


def name_in(database: Database) -> str:
    with database.reading() as connection:
        return connection.execute(text("SELECT name FROM project")).scalar_one()


def test_the_pragmas_that_keep_what_was_acknowledged_are_in_force(store):
    driver = store._database.driver
    found = {name: driver.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas()}
    assert found == pragmas()
    assert (found["journal_mode"], found["synchronous"]) == ("truncate", 3)


def test_a_unit_of_work_holds_the_file_from_its_beginning(database, project_path):
    other = sqlite3.connect(project_path, timeout=0)
    with database.writing(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()


def test_what_is_not_committed_is_undone(database):
    with database.writing() as connection:
        connection.execute(text("UPDATE project SET name = 'lost'"))
        connection.execute(text("CREATE TABLE lost (a)"))
    assert name_in(database) == "template"
    with database.reading() as connection:
        assert not connection.execute(text("PRAGMA table_info(lost)")).all()


def test_an_error_undoes_everything_and_the_next_unit_of_work_goes_on(database):

    def fail():
        with database.writing() as connection:
            connection.execute(text("UPDATE project SET name = 'lost'"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    rename(database, "kept")
    assert name_in(database) == "kept"


def test_reading_inside_of_writing_sees_what_was_written(database):
    with database.writing() as connection:
        connection.execute(text("UPDATE project SET name = 'new'"))
        assert name_in(database) == "new"


def test_a_unit_of_work_inside_another_is_a_bug(database):
    with database.writing(), pytest.raises(RuntimeError), database.writing():
        rename(database, "never")


def test_a_file_that_stays_locked_is_busy_in_a_sentence(project_path, monkeypatch):
    monkeypatch.setitem(engine.PRAGMAS, "busy_timeout", 1)
    database = Database(project_path)
    other = sqlite3.connect(project_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ProjectBusyError, match="Another program"):
        rename(database, "never")
    other.execute("COMMIT")
    rename(database, "now")
    assert name_in(database) == "now"
    other.close()
    database.close()


def test_a_reader_that_blocks_the_commit_is_busy_and_the_change_is_not_there(
    project_path, monkeypatch
):
    monkeypatch.setitem(engine.PRAGMAS, "busy_timeout", 1)
    database = Database(project_path)
    other = sqlite3.connect(project_path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT * FROM project").fetchone()
    with pytest.raises(ProjectBusyError):
        rename(database, "never")
    other.execute("COMMIT")
    other.close()
    assert name_in(database) == "template"
    rename(database, "now")
    database.close()


def test_a_full_disk_is_told_and_loses_only_the_last_change(database):
    rename(database, "kept")
    pages = database.driver.execute("PRAGMA page_count").fetchone()[0]
    database.driver.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFullError, match="free some space"):
        rename(database, "x" * 100_000)
    assert name_in(database) == "kept"
    database.driver.execute("PRAGMA max_page_count = 1000000")
    rename(database, "again")
    assert name_in(database) == "again"


def test_a_read_only_file_is_read_and_refuses_changes_in_a_sentence(project_path):
    database = Database(project_path)
    database.driver.execute("PRAGMA query_only = ON")
    assert name_in(database) == "template"
    with pytest.raises(ReadOnlyProjectError, match="read-only"):
        rename(database, "never")
    database.close()


def test_threads_take_turns(database):
    with database.writing() as connection:
        connection.execute(text("UPDATE project SET name = '0'"))
        database.commit()

    def count_up():
        for _ in range(10):
            with database.writing() as connection:
                connection.execute(text("UPDATE project SET name = name + 1"))
                database.commit()

    threads = [threading.Thread(target=count_up) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert name_in(database) == "30"


def test_the_data_version_moves_with_others_only(database, project_path):
    before = database.data_version()
    rename(database, "ours")
    assert database.data_version() == before
    other = sqlite3.connect(project_path)
    other.execute("UPDATE project SET name = 'theirs'")
    other.commit()
    other.close()
    assert database.data_version() != before


def test_how_long_a_change_waits_is_the_callers_choice_and_no_matter_of_reading(
    project_path, opener
):
    store, default = opener(project_path, busy_seconds=0.01), opener(project_path)
    wait = lambda one: one._database.driver.execute("PRAGMA busy_timeout").fetchone()  # noqa: E731 - asked thrice
    assert wait(store) == wait(default) == (5000,)
    with store.writing():
        assert wait(store) == (10,)
    assert wait(store) == (5000,)
    with default.writing(), pytest.raises(ProjectBusyError):
        store.undo()


def test_a_change_waits_no_longer_for_another_thread_of_this_program(project_path, opener):
    store = opener(project_path, busy_seconds=0.01)
    with store.writing(), ThreadPoolExecutor(1) as other, pytest.raises(ProjectBusyError):
        other.submit(store.undo).result()
