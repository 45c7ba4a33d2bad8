from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.store.samples import (
    CODEBOOK,
    REVIEWER,
    add_article,
    add_highlight,
    highlight_on,
    profile_in,
)

from annotator.core.project_errors import ProfileUnwritableError
from annotator.core.records import Reviewer
from annotator.store import profile as profiles
from annotator.store.columns import is_uuid
from annotator.store.profile import ReplicaBook, load_profile, load_reviewer
from annotator.store.project_file import make_project


def stamps(store):
    """Return (replica, counter) of every change."""
    with store._database.reading() as connection:
        return connection.execute(
            text("SELECT replica_key, counter FROM change ORDER BY sequence")
        ).all()


def test_the_user_gets_one_id_for_ever(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path))
    first = load_profile().reviewer
    assert is_uuid(first.id)
    assert first.name
    assert load_profile().reviewer == first


def test_a_system_that_knows_no_user_name_has_a_reviewer(tmp_path, monkeypatch):
    def unknown():
        raise KeyError("uid")

    monkeypatch.setattr(profiles.getpass, "getuser", unknown)
    assert load_reviewer(tmp_path / "profile.json").name == "Reviewer"


def test_a_damaged_profile_is_kept_beside_the_new_one(tmp_path, caplog):
    path = tmp_path / "profile.json"
    path.write_text('{"id": "half')
    made = load_reviewer(path)
    assert load_reviewer(path) == made
    assert (tmp_path / "profile.json.damaged").read_text() == '{"id": "half'
    assert "damaged" in caplog.text


def test_a_profile_that_cannot_be_kept_is_an_error_of_the_world(tmp_path):
    (tmp_path / "config").write_text("a file where the folder should be")
    with pytest.raises(ProfileUnwritableError, match="profile"):
        load_reviewer(tmp_path / "config" / "profile.json")


def test_of_two_first_starts_the_second_takes_the_firsts_profile(tmp_path, monkeypatch):
    path = tmp_path / "profile.json"
    theirs = Reviewer(REVIEWER.id, "Theirs")

    def meanwhile():
        path.write_text(json.dumps({"id": theirs.id, "name": theirs.name}))
        return "Ours"

    monkeypatch.setattr(profiles, "_user_name", meanwhile)
    assert load_reviewer(path) == theirs
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_stays_goes_on_as_the_same_replica(project_path, opener):
    store = opener(project_path)
    article = add_article(store)
    store.close()
    store = opener(project_path)
    add_highlight(store, article, (0, 2))
    store.undo()
    assert stamps(store) == [(1, 1), (1, 2), (1, 3)]


@pytest.mark.parametrize("how", [shutil.copy, shutil.move], ids=["copied", "moved"])
def test_a_file_elsewhere_becomes_a_replica_of_its_own(project_path, tmp_path, opener, how):
    store = opener(project_path)
    article = add_article(store)
    store.close()
    other = opener(Path(how(project_path, tmp_path / "other.factproj")))
    add_highlight(other, article, (0, 2))
    assert stamps(other) == [(1, 1), (2, 1)]


def test_a_restored_older_file_becomes_a_replica_of_its_own(project_path, tmp_path, opener):
    store = opener(project_path)
    article = add_article(store)
    store.close()
    backup = shutil.copy(project_path, tmp_path / "backup.factproj")
    store = opener(project_path)
    add_highlight(store, article, (0, 2))
    store.close()
    shutil.copy(backup, project_path)
    store = opener(project_path)
    add_highlight(store, article, (3, 5))
    add_highlight(store, article, (5, 7))
    assert stamps(store) == [(1, 1), (2, 1), (2, 2)]


def test_another_project_in_the_same_place_never_shares_a_replica(project_path, tmp_path, opener):
    for _ in range(2):
        store = opener(project_path)
        add_article(store)
        with store._database.reading() as connection:
            (uuid,) = connection.execute(text("SELECT hex(uuid) FROM replica")).one()
        store.close()
        project_path.rename(tmp_path / f"{uuid}.factproj")

        make_project(project_path, CODEBOOK)
    replicas = [one.stem for one in tmp_path.glob("*.factproj") if len(one.stem) == 32]
    assert len(set(replicas)) == 2


def test_another_machine_is_another_replica(project_path, tmp_path, opener):
    article = add_article(opener(project_path))
    other = opener(project_path, profile=profile_in(tmp_path / "other machine"))
    add_highlight(other, article, (0, 2))
    assert stamps(other) == [(1, 1), (2, 1)]


def test_a_crash_between_the_profile_and_the_commit_costs_only_a_replica(
    project_path, opener, monkeypatch
):
    store = opener(project_path)
    article = add_article(store)
    book = store._machine.book
    entry = book.read()
    book.write(entry.project, entry.replica, entry.counter + 1)
    add_highlight(store, article, (0, 2))
    assert stamps(store) == [(1, 1), (2, 1)]


def test_a_commit_that_fails_takes_the_profile_back(store):
    article = add_article(store)
    before = store._machine.book.read()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store._database, "commit", lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            add_highlight(store, article, (0, 2))
    assert store._machine.book.read() == before
    add_highlight(store, article, (0, 2))
    assert stamps(store) == [(1, 1), (1, 2)]


def test_a_machine_that_cannot_remember_makes_replicas_and_never_doubles(
    project_path, tmp_path, opener, caplog
):
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "replicas").write_text("a file where the folder should be")
    store = opener(project_path)
    article = add_article(store)
    add_highlight(store, article, (0, 2))
    assert stamps(store) == [(1, 1), (2, 1)]
    assert caplog.text.count("cannot be written") == 1


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"project": 1}', "\udcff"])
def test_an_entry_that_cannot_be_read_is_none(tmp_path, content):
    book = ReplicaBook(tmp_path, tmp_path / "a.factproj")
    book._path.write_text(content, errors="surrogateescape")
    assert book.read() is None


def test_a_reviewer_who_changes_the_name_is_known_by_the_new_one(project_path, tmp_path, opener):
    add_article(opener(project_path))
    renamed = Reviewer(REVIEWER.id, "Ada Lovelace")
    store = opener(project_path, profile=profile_in(tmp_path, renamed))
    add_article(store, "Another text.")
    assert store.reviewers() == [renamed]


def test_a_record_that_stays_behind_never_leads_to_a_stamp_given_twice(
    project_path, tmp_path, opener, monkeypatch
):
    """What was sent away and the restored file that went on bear different stamps."""

    def refuse(path, text):
        raise OSError(30, "Read-only file system")

    store = opener(project_path)
    article = add_article(store)
    store.close()
    backup = shutil.copy(project_path, tmp_path / "backup.factproj")
    with monkeypatch.context() as patch:
        patch.setattr(profiles, "overwrite", refuse)
        store = opener(project_path)
        add_highlight(store, article, (0, 2))
        sent = worldwide(store)
        store.close()
    shutil.copy(backup, project_path)
    store = opener(project_path)
    add_highlight(store, article, (3, 5))
    assert sent[0] == worldwide(store)[0]
    assert not set(sent[1:]) & set(worldwide(store)[1:])
    assert store.check() == []


def test_a_change_that_came_to_nothing_costs_no_replica(store):
    article = add_article(store)
    fresh = highlight_on(store, article, (0, 2))
    with pytest.raises(KeyError):
        put_and_fail(store, fresh)
    with store.writing() as work:
        work.commit("Nothing")
    add_highlight(store, article, (0, 2))
    assert stamps(store) == [(1, 1), (1, 2)]


def put_and_fail(store, record):
    with store.writing() as work:
        work.put(record)
        raise KeyError


def worldwide(store):
    """Return (replica's id, counter) of every change."""
    with store._database.reading() as connection:
        return connection.execute(
            text(
                "SELECT replica.uuid, counter FROM change JOIN replica"
                ' ON replica."key" = replica_key ORDER BY sequence'
            )
        ).all()
