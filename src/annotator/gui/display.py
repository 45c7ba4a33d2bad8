"""Whether a window can be seen here; asked before Qt, which aborts where it cannot be."""

from __future__ import annotations

import os
import re
import socket
import sys
from pathlib import Path

from annotator.core.errors import AnnotatorError

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


def require_display() -> None:
    """Raise ``NoDisplayError`` where no window could be seen."""
    if not has_display():
        raise NoDisplayError


def has_display() -> bool:
    """Tell whether a window can be shown; elsewhere than on Linux there always is a screen."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(INVISIBLE):
        return False
    if sys.platform != "linux":
        return True
    return _has_wayland() or _has_x()


def _has_wayland() -> bool:
    name, folder = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(name) and _answers(socket.AF_UNIX, str(Path(folder, name or "")))


def _has_x() -> bool:
    named = X_DISPLAY.fullmatch(os.environ.get("DISPLAY", ""))
    if named is None:
        return False
    host, number = named["host"], int(named["number"])
    if host and host != "unix":
        return _answers(socket.AF_INET, (host, FIRST_X_PORT + number))
    path = X_SOCKET.format(number)
    return _answers(socket.AF_UNIX, path) or _answers(socket.AF_UNIX, f"\0{path}")


def _answers(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.settimeout(PATIENCE_S)
            probe.connect(address)
    except OSError:
        return False
    return True
