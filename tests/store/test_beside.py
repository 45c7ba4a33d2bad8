from __future__ import annotations

from threading import Thread

import pytest
from tests.store.samples import REVIEWER, add_article, revision_of

from annotator.core.project_errors import ProjectBusyError
from annotator.core.records import Article
from annotator.store.clock import new_id, now


def add_many(work, count):
    for number in range(count):
        article_id = new_id()
        revision = revision_of(f"Text {number}. It rained.\n" * 3, article_id)
        work.put(Article(article_id, f"Article {number}", revision.id, now()))
        work.put(revision)
    return work.commit("Add many")


def test_who_reads_goes_on_while_a_large_change_is_written_beside(opener, project_path):
    store = opener(project_path, busy_seconds=0.05)
    add_article(store)
    with store.beside() as other, other.writing() as work:
        for _ in range(50):
            article_id = new_id()
            revision = revision_of("x" * 200_000, article_id)
            work.put(Article(article_id, "Long", revision.id, now()))
            work.put(revision)
        assert len(store.articles()) == 1
        with pytest.raises(ProjectBusyError), store.writing():
            pass
        work.commit("Add many")
    assert len(store.articles()) == 51


def test_what_was_made_beside_is_told_once_and_can_be_undone(store):
    done = []

    def work_beside():
        with store.beside() as other, other.writing() as work:
            done.append(add_many(work, 3))

    thread = Thread(target=work_beside)
    thread.start()
    thread.join()
    (changes,) = done
    store.took(changes)
    assert store.outside_changes() == []
    assert [one.reviewer for one in store.history()][:1] == [REVIEWER.name]
    assert len(store.articles()) == 3
    add_article(store)
    store.undo()
    store.undo()
    assert store.articles() == []
    assert store.check() == []


def test_what_was_not_taken_is_found_as_any_other_program_s(store):
    with store.beside() as other, other.writing() as work:
        add_many(work, 1)
    (changes,) = store.outside_changes()
    assert [after.title for _, after in changes.of(Article)] == ["Article 0"]
