from __future__ import annotations

import os
import shutil
import socket
import struct
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress

import pytest

from annotator.gui import display, x_server
from annotator.gui.display import (
    DisplayRefusedError,
    NoDisplayError,
    has_display,
    require_display,
)

KEY = bytes(range(16))


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """A Linux machine without a screen, whose X sockets would be in a folder of the test."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XAUTHORITY", str(tmp_path / "keys"))
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(display, "X_SOCKET", str(tmp_path / "X{}"))
    yield tmp_path
    x_server.let_go()


@contextmanager
def answering(path, *answers):
    """A server that gives each caller one of these answers, the last to all further ones."""
    heard = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind(str(path))
        listening.listen()
        listening.settimeout(0.1)
        ended = threading.Event()

        def serve():
            while not ended.is_set():
                try:
                    caller, _ = listening.accept()
                except TimeoutError:
                    continue
                with caller, suppress(ConnectionError):
                    heard.append(caller.recv(100))
                    caller.sendall(answers[min(len(heard), len(answers)) - 1])

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield heard
        finally:
            ended.set()
            thread.join()


@pytest.fixture
def server(bare):
    with answering(bare / "X7", b"\x01") as heard:
        yield heard


def write_keys(path, *entries):
    """Write a key file: family, host, number, kind and key of each entry."""
    with path.open("wb") as file:
        for family, *fields in entries:
            file.write(struct.pack(">H", family))
            for field in fields:
                file.write(struct.pack(">H", len(field)) + field)


def test_without_a_display_one_sentence_tells_what_to_do(bare):
    with pytest.raises(NoDisplayError, match="demo --headless"):
        require_display()


def test_a_display_that_lets_us_in_is_one(server, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":7.0")
    assert has_display()


@pytest.mark.parametrize("answer", [b"\x00", b"\x02"])
def test_a_display_that_refuses_us_has_its_own_sentence(bare, monkeypatch, answer):
    monkeypatch.setenv("DISPLAY", ":7")
    with (
        answering(bare / "X7", answer),
        pytest.raises(DisplayRefusedError, match=r"display :7 .* XAUTHORITY"),
    ):
        require_display()
    assert not has_display()


def test_a_server_that_begins_anew_is_asked_again(bare, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":7")
    with answering(bare / "X7", b"", b"", b"\x01") as heard:
        require_display()
    assert len(heard) == 3


def test_the_key_to_this_display_is_shown_and_no_other(server, bare, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":7")
    kind, host = x_server.COOKIE, socket.gethostname().encode()
    write_keys(
        bare / "keys",
        (256, host, b"8", kind, b"another display!"),
        (256, b"elsewhere", b"7", kind, b"another machine!"),
        (256, host, b"7", b"XDM-AUTHORIZATION-1", b"another kind"),
        (256, host, b"7", kind, KEY),
    )
    require_display()
    assert server == [b"l\0\x0b\0\0\0\x12\0\x10\0\0\0" + kind + b"\0\0" + KEY]


@pytest.mark.parametrize("cut", [1, 5, 20])
def test_a_broken_key_file_counts_as_none(server, bare, monkeypatch, cut):
    monkeypatch.setenv("DISPLAY", ":7")
    write_keys(bare / "keys", (256, socket.gethostname().encode(), b"7", x_server.COOKIE, KEY))
    whole = (bare / "keys").read_bytes()
    (bare / "keys").write_bytes(whole[:-cut])
    require_display()
    assert server == [b"l\0\x0b\0\0\0\0\0\0\0\0\0"]


@pytest.mark.parametrize("name", [":8", "nonsense", ":", "localhost:65000", ""])
def test_a_display_that_does_not_answer_is_none(server, monkeypatch, name):
    monkeypatch.setenv("DISPLAY", name)
    monkeypatch.setattr(display, "FIRST_X_PORT", 1)
    monkeypatch.setattr(x_server, "RESTART_S", 0)
    with pytest.raises(NoDisplayError):
        require_display()


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


@pytest.fixture
def x_display(tmp_path):
    """A real X server without a screen, started bare, that wants a key; its display's name."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("there is no Xvfb here")
    write_keys(tmp_path / "server", (65535, b"", b"", x_server.COOKIE, KEY))
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-auth", str(tmp_path / "server")]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as running:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield f":{number}"
        running.terminate()


def program_on(name, keys, *words):
    """Start the program on a display with a key file."""
    environment = {
        **os.environ,
        "DISPLAY": name,
        "XAUTHORITY": str(keys),
        "WAYLAND_DISPLAY": "",
        "QT_QPA_PLATFORM": "",
    }
    command = [sys.executable, *words]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def test_a_real_server_without_our_key_gives_a_sentence_and_no_crash(x_display, tmp_path):
    write_keys(tmp_path / "wrong", (65535, b"", b"", x_server.COOKIE, bytes(16)))
    ended = program_on(x_display, tmp_path / "wrong", "-m", "annotator")
    assert ended.returncode == 3
    assert ended.stderr.startswith(f"annotator: The display {x_display} does not let")
    assert ended.stderr.count("\n") == 1


OPENING = """
from annotator.gui.display import require_display
from annotator.gui import x_server
require_display()
from PySide6.QtWidgets import QApplication
application = QApplication([])
x_server.let_go()
print(application.platformName())
"""


def test_a_real_server_with_our_key_opens_again_and_again(x_display, tmp_path):
    for _ in range(5):
        ended = program_on(x_display, tmp_path / "server", "-c", OPENING)
        assert (ended.stdout, ended.returncode) == ("xcb\n", 0), ended.stderr
