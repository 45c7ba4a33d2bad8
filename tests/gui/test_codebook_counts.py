from __future__ import annotations

import pytest


@pytest.fixture
def editor(hands, window, qtbot):
    hands.press("J", "1")
    with qtbot.waitActive(window.tools.open("codebook")):
        pass
    return window.tools.widget("codebook")


@pytest.fixture
def counted(editor, window, monkeypatch):
    """What is counted from now on."""
    kind = type(window.reviewing.project.queries)
    told = []
    for name in ("label_uses", "outdated_counts"):
        count = getattr(kind, name)
        monkeypatch.setattr(
            kind, name, lambda self, name=name, count=count: (told.append(name), count(self))[1]
        )
    return told


def test_tagging_beside_the_editor_counts_only_what_is_in_sight_and_only_at_rest(
    editor, window, counted, qtbot
):
    labels = window.reviewing.codebook.labels
    for number in (2, 3, 4):
        window.page.go_to_sentence(number)
        window.reviewing.tag(labels[0])
    assert counted == []
    qtbot.waitUntil(lambda: "4" in editor.labels.list.item(0).text())
    assert counted == ["label_uses"]
    editor.tabs.setCurrentIndex(3)
    assert counted == ["label_uses", "outdated_counts"]
    editor.tabs.setCurrentIndex(0)
    assert len(counted) == 2
