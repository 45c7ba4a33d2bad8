"""Whether a window can be seen here; asked before Qt, which aborts where it cannot be."""

from __future__ import annotations

import os
import re
import socket
import sys
from pathlib import Path

from annotator.core.errors import AnnotatorError
from annotator.gui.x_server import Answer, ask

INVISIBLE = ("offscreen", "minimal", "vnc", "linuxfb")
X_DISPLAY = re.compile(r"(?P<host>[^:]*):(?P<number>\d+)(\.\d+)?")
X_SOCKET = "/tmp/.X11-unix/X{}"  # noqa: S108 - where every X server has it
FIRST_X_PORT = 6000
PATIENCE_S = 2.0


class NoDisplayError(AnnotatorError):
    """A window was asked for where there is no screen."""

    def __init__(self) -> None:
        super().__init__(
            "There is no display to open a window on; set DISPLAY, use the verbs that “annotator "
            "--help” lists, or see “annotator demo --headless FOLDER”."
        )


class DisplayRefusedError(AnnotatorError):
    """A window was asked for on a screen that does not let us in."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"The display {name} does not let this program in; start it as the user who is logged"
            " in there, set XAUTHORITY to that user's key file, use the verbs that “annotator"
            " --help” lists, or see “annotator demo --headless FOLDER”."
        )


def require_display() -> None:
    """Raise ``NoDisplayError`` or ``DisplayRefusedError`` where no window could be seen."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(INVISIBLE):
        raise NoDisplayError
    # Elsewhere there always is a screen.
    if sys.platform != "linux" or _has_wayland():
        return
    answer = _x_server()
    if answer is Answer.REFUSED:
        raise DisplayRefusedError(os.environ["DISPLAY"])
    if answer is Answer.NONE:
        raise NoDisplayError


def has_display() -> bool:
    """Tell whether a window can be shown."""
    try:
        require_display()
    except (NoDisplayError, DisplayRefusedError):
        return False
    return True


def _has_wayland() -> bool:
    name, folder = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("XDG_RUNTIME_DIR", "")
    if not name:
        return False
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(PATIENCE_S)
            probe.connect(str(Path(folder, name)))
    except OSError:
        return False
    return True


def _x_server() -> Answer:
    named = X_DISPLAY.fullmatch(os.environ.get("DISPLAY", ""))
    if named is None:
        return Answer.NONE
    host, number = named["host"], int(named["number"])
    if host and host != "unix":
        return ask(socket.AF_INET, (host, FIRST_X_PORT + number), number=number)
    path = X_SOCKET.format(number)
    answer = ask(socket.AF_UNIX, path, number=number)
    if answer is Answer.NONE:
        return ask(socket.AF_UNIX, f"\0{path}", number=number)
    return answer
