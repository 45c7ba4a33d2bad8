from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from tests.store.samples import add_article

from annotator.core.editing_errors import EditLogError, TextBeingEditedError
from annotator.core.replacement import Replacement
from annotator.service.edit_log import LoggedEdit
from annotator.service.unfinished import unfinished

TYPED = [
    LoggedEdit("edit", Replacement(0, "It", "🙂\n“"), joins=True),
    LoggedEdit("undo"),
    LoggedEdit("redo"),
]
TYPIST = """
import sys
from pathlib import Path
from annotator.bootstrap import open_project
from annotator.core.span import Span
project = open_project(Path(sys.argv[1]), create=False)
article = project.open_article(sys.argv[2])
editing = project.edit_text(article)
while True:
    print(editing.length, flush=True)
    editing.replace(Span(editing.length, editing.length), "x")
"""


@pytest.fixture
def article(store):
    return add_article(store)


@pytest.fixture
def log(store, article):
    opened = store.edit_log(article)
    yield opened
    opened.close()


def path_of(store, article):
    return store._edit_log_path(article.id)


def test_what_is_appended_is_read_back(store, article, log):
    assert store.typed_text(article.id) is None
    log.append(TYPED[:1])
    log.append(TYPED[1:])
    typed = store.typed_text(article.id)
    assert (typed.revision_id, list(typed.edits)) == (article.revision_id, TYPED)


def test_what_was_dropped_is_gone(store, article, log):
    log.append(TYPED)
    log.drop()
    assert store.typed_text(article.id) is None
    assert not path_of(store, article).exists()


def test_a_log_that_became_a_revision_is_spent(store, article, log):
    log.append(TYPED)
    log.announce("a revision that never came to be")
    assert store.typed_text(article.id) is not None
    log.announce(article.revision_id)
    assert store.typed_text(article.id) is None


def test_half_a_line_is_left_out_and_written_over(store, article, log):
    log.append(TYPED[:1])
    log.close()
    path = path_of(store, article)
    path.write_bytes(path.read_bytes() + b'["edit",0,4,"')
    assert list(store.typed_text(article.id).edits) == TYPED[:1]
    again = store.edit_log(article)
    again.append(TYPED[1:])
    again.close()
    assert list(store.typed_text(article.id).edits) == TYPED


def test_nothing_behind_a_damaged_line_is_believed(store, article, log):
    log.append(TYPED)
    path = path_of(store, article)
    path.write_bytes(path.read_bytes().replace(b'["undo"]', b'["unto"]'))
    assert list(store.typed_text(article.id).edits) == TYPED[:1]


def test_a_log_is_held_by_one_alone(store, article, log):
    with pytest.raises(TextBeingEditedError):
        store.edit_log(article)
    log.close()
    store.edit_log(article).drop()


def test_what_cannot_be_kept_is_told_at_once(store, article, log):
    os.close(log._handle)
    log._handle = os.open(path_of(store, article), os.O_RDONLY)
    with pytest.raises(EditLogError):
        log.append(TYPED)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_kill_in_mid_typing_loses_nothing_typed(tmp_path):
    from tests.service.dam_text import TEXT, add_text  # noqa: PLC0415 - the service's sample

    from annotator.bootstrap import open_project  # noqa: PLC0415 - with its own file

    path = tmp_path / "killed.factproj"
    project = open_project(path, create=True)
    article_id = add_text(project)
    project.close()
    command = [sys.executable, "-c", TYPIST, str(path), article_id]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        lengths = [int(typist.stdout.readline()) for _ in range(400)]
        typist.send_signal(signal.SIGKILL)
        rest = [int(line) for line in typist.stdout if line.endswith("\n")]
    shown = (lengths + rest)[-1]
    project = open_project(path, create=False)
    assert [article.id for article in unfinished(project.queries)] == [article_id]
    editing = project.edit_text(project.open_article(article_id))
    found = editing.article.text
    assert found.startswith(TEXT)
    assert set(found[len(TEXT) :]) == {"x"}
    # It was killed between showing one length and showing the next, which may be logged already.
    assert len(found) in (shown, shown + 1)
    assert editing.finish() is not None
    assert project.check() == []
    project.close()
