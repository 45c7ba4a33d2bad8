"""Files of annotations for tests of the window, made by hand."""

from __future__ import annotations

import json

from PySide6.QtWidgets import QFileDialog
from tests.gui.conftest import DAM

EMOJI = "😀 The dam burst at noon, and 😀 nobody came to the valley until the evening.\n"


def written(path, highlights, *, text=DAM, title="Dam declared safe"):
    """Write Prodigy's lines of one article, each highlight as quote and label."""
    spans = [
        {"start": text.index(quote), "end": text.index(quote) + len(quote), "label": label}
        for quote, label in highlights
    ]
    line = {"text": text, "spans": spans, "meta": {"title": title}, "answer": "accept"}
    path.write_text(json.dumps(line) + "\n", "utf-8")
    return path


def doubtful(path):
    """Write spans without quotes that may be read in several ways, none of them better."""
    spans = [[3, 6, "x"], [8, 11, "x"]]
    path.write_text(json.dumps({"id": 1, "text": EMOJI, "label": spans}) + "\n", "utf-8")
    return path


def asked(monkeypatch, path, how="getOpenFileName"):
    """Answer the next questions for a file, or a folder."""
    answer = (str(path), "") if how != "getExistingDirectory" else str(path)
    monkeypatch.setattr(QFileDialog, how, lambda *_: answer)


def idle(window, qtbot):
    """Wait until no file is worked on."""
    qtbot.waitUntil(lambda: window.files.job is None, timeout=20_000)
