"""Typing into a claim record while another program holds the project."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtTest import QTest

from annotator import bootstrap
from annotator.gui import waiting
from annotator.service.importing import prepare


@pytest.fixture
def project(new_project, project_path, articles):
    path = new_project(project_path)
    opened = bootstrap.open_project(path, create=False, busy_seconds=waiting.BUSY_SECONDS)
    opened.add(prepare(articles, opened.surroundings))
    return opened


def speaker(project):
    claim_id = next(iter(project.queries.highlights())).claim_id
    return project.queries.claim(claim_id).speaker if claim_id else None


def test_what_is_typed_while_another_program_writes_is_kept_afterwards(
    hands, window, project, project_path, qtbot
):
    hands.press("J", "1", "Return")
    saving, form = window.record_desk.saving, window.inspector.record
    other = sqlite3.connect(project_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    hands.type("min")
    saving.flush()
    hands.type("istry")
    saving.flush()
    assert window.reviewing.waiting.count == 1
    assert form.field("speaker").text() == "ministry"
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: speaker(project) == "ministry")
    QTest.qWait(1)
    assert form.unsaved is None
    hands.press("Escape", "Ctrl+Z")
    assert speaker(project) is None
