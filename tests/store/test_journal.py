from __future__ import annotations

import json
import os
import shutil
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.samples import REVIEWER, TEXT, add_article, add_highlight

from annotator.store import journal as journals
from annotator.store import journal_entries
from annotator.store.journal import Journal, write_all


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_acknowledged_change_is_a_line_at_once(store, tmp_path):
    article = add_article(store)
    stored = add_highlight(store, article, (0, 4))
    store.undo()
    (path,) = (tmp_path / "state" / "journals").iterdir()
    opening, added, tagged, undone = lines(path)
    assert opening["project"] == path.stem
    assert next(one["slug"] for one in opening["labels"]) == "official_claim"
    assert [one["sequence"] for one in (added, tagged, undone)] == [1, 2, 3]
    assert {one["reviewer"] for one in (added, tagged, undone)} == {REVIEWER.id}
    assert "\n".join(one[0] for one in added["items"][1]["paragraphs"]) == TEXT
    after = tagged["items"][0]["after"]
    assert after["quote"] == stored.quote
    assert (after["article"], after["revision"]) == (stored.article_id, stored.revision_id)
    assert (after["label"], after["reviewer"]) == (stored.label_id, REVIEWER.id)
    assert after["spans"] == [[0, 4]]
    assert undone["items"][0]["before"] == tagged["items"][0]["after"]


def test_lines_reach_the_disk_soon_and_at_the_end(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(journals, "SYNC_SECONDS", 0.01)
    monkeypatch.setattr(os, "fsync", synced.append)
    journal = Journal(tmp_path / "deep" / "journal.jsonl")
    assert journal.is_new()
    journal.append({"n": 1})
    while not synced:
        journal._closing.wait(0.005)
    monkeypatch.setattr(journals, "SYNC_SECONDS", 60)
    journal.append({"n": 2})
    count = len(synced)
    journal.append({"n": 3})
    journal.close()
    assert len(synced) > count - 1
    assert journal._synced
    assert [one["n"] for one in lines(journal.path)] == [1, 2, 3]


def test_half_a_line_stays_alone(tmp_path):
    path = tmp_path / "journal.jsonl"
    path.write_text('{"n": 1}\n{"n":')
    journal = Journal(path)
    journal.append({"n": 2})
    journal.close()
    assert path.read_text().splitlines() == ['{"n": 1}', '{"n":', '{"n":2}']


def test_a_journal_that_fails_loses_no_change_and_is_told_once(store, tmp_path, caplog):
    (tmp_path / "state").mkdir(exist_ok=True)
    (tmp_path / "state" / "journals").write_text("a file where the folder should be")
    article = add_article(store)
    stored = add_highlight(store, article, (0, 4))
    assert list(store.highlights()) == [stored]
    assert caplog.text.count("cannot be written") == 1
    assert [one.subject for one in store.check()] == ["journal"]


def test_a_disk_that_does_not_sync_is_told(tmp_path, monkeypatch, caplog):
    def fail(handle):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    journal = Journal(tmp_path / "journal.jsonl")
    journal.append({"n": 1})
    journal.close()
    assert "Input/output" in (journal.problem or "")
    assert caplog.text.count("cannot be written") == 1


def test_closing_twice_and_before_the_first_line_is_fine(tmp_path):
    journal = Journal(tmp_path / "journal.jsonl")
    journal.close()
    journal.close()
    assert not journal.path.exists()


@pytest.mark.parametrize("words", ["“quotes”", "🙂", "a\nb", "\u2028"])
def test_a_line_is_one_line_whatever_it_holds(tmp_path, words):
    journal = Journal(tmp_path / "journal.jsonl")
    journal.append({"words": words})
    journal.close()
    assert journal.path.read_bytes().count(b"\n") == 1
    assert json.loads(journal.path.read_text(encoding="utf-8"))["words"] == words


def test_each_replica_begins_with_what_its_changes_take_as_given(project_path, tmp_path, opener):
    store = opener(project_path)
    article = add_article(store)
    copy = shutil.copy(project_path, tmp_path / "copy.factproj")
    other = opener(copy)
    add_highlight(other, article, (0, 2))
    add_highlight(store, article, (3, 5))
    (path,) = (tmp_path / "state" / "journals").iterdir()
    first, added, second, theirs, ours = lines(path)
    assert {"labels", "reviewers"} <= first.keys() & second.keys()
    assert first["replica"] == added["replica"] == ours["replica"]
    assert second["replica"] == theirs["replica"] != ours["replica"]
    assert theirs["items"][0]["after"]["article"] == ours["items"][0]["after"]["article"]


def test_the_journal_names_nothing_by_a_key(store, tmp_path):
    article = add_article(store)
    add_highlight(store, article, (0, 4), (6, 8))
    store.undo()
    (path,) = (tmp_path / "state" / "journals").iterdir()
    assert "_key" not in path.read_text(encoding="utf-8")


def test_a_place_where_no_journal_can_be_is_found_before_the_first_change(store, tmp_path):
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "journals").write_text("a file where the folder should be")
    assert [one.subject for one in store.check()] == ["journal"]


def test_a_long_line_is_written_in_pieces_and_stays_one_line(store, tmp_path, monkeypatch):
    written = []

    def watched(handle, pieces):
        written.append(pieces)
        write_all(handle, pieces)

    monkeypatch.setattr(journals, "write_all", watched)
    monkeypatch.setattr(journal_entries, "PIECE", 100)
    add_article(store)
    (path,) = (tmp_path / "state" / "journals").iterdir()
    pieces = written[-1]
    assert len(pieces) > 2
    assert b"".join(pieces) == path.read_bytes().splitlines(keepends=True)[-1]
    assert all(len(one) + len(other) > 100 for one, other in pairwise(pieces))
    assert lines(path)[-1]["sequence"] == 1


@pytest.mark.parametrize("together", [True, False])
@given(st.lists(st.binary(max_size=9)), st.integers(1, 7))
def test_pieces_are_written_whole_whatever_one_call_takes(together, pieces, most):
    file = bytearray()

    def some(handle, data):
        del handle
        file.extend(bytes(data)[:most])
        return len(bytes(data)[:most])

    def some_of_each(handle, several):
        assert len(several) <= 3
        return some(handle, b"".join(several))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journals, "MOST_PIECES", 3)
        patch.setattr(os, "write", some)
        if together:
            patch.setattr(os, "writev", some_of_each, raising=False)
        else:
            patch.delattr(os, "writev", raising=False)
        write_all(0, iter(pieces))
    assert bytes(file) == b"".join(pieces)
