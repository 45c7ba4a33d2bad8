from __future__ import annotations

import socket

import pytest

from annotator.gui import display
from annotator.gui.display import NoDisplayError, has_display, require_display


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """A Linux machine without a screen, whose X sockets would be in a folder of the test."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(display, "X_SOCKET", str(tmp_path / "X{}"))
    return tmp_path


@pytest.fixture
def server(bare):
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind(str(bare / "X7"))
        listening.listen()
        yield listening


def test_without_a_display_one_sentence_tells_what_to_do(bare):
    with pytest.raises(NoDisplayError, match="demo --headless"):
        require_display()


def test_a_display_that_answers_is_one(server, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":7.0")
    assert has_display()


@pytest.mark.parametrize("name", [":8", "nonsense", ":", "localhost:65000", ""])
def test_a_display_that_does_not_answer_is_none(server, monkeypatch, name):
    monkeypatch.setenv("DISPLAY", name)
    monkeypatch.setattr(display, "FIRST_X_PORT", 1)
    assert not has_display()


def test_a_wayland_socket_that_answers_is_a_display(server, bare, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(bare))
    monkeypatch.setenv("WAYLAND_DISPLAY", "X7")
    assert has_display()


def test_an_invisible_platform_is_none_even_beside_a_screen(server, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not has_display()


def test_elsewhere_there_always_is_a_screen(bare, monkeypatch):
    monkeypatch.setattr("sys.platform", "darwin")
    assert has_display()
