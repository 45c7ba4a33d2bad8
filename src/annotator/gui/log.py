"""The logs: what the program and Qt say, kept small by rotation, and stacks of hard crashes."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from annotator.paths import log_dir

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 512 * 1024
KEPT = 3
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class Log:
    """The open log; ``faults`` is None where somebody else watches for hard crashes."""

    handler: logging.Handler
    faults: TextIO | None


def log_file() -> Path:
    """Return where the log is written."""
    return log_dir() / "annotator.log"


def start_log() -> Log | None:
    """Write warnings of the program and of Qt into the log; None where the folder refuses."""
    try:
        log_dir().mkdir(parents=True, exist_ok=True)
        _rotate(log_file())
        handler = logging.FileHandler(log_file(), encoding="utf-8")
        faults = None if faulthandler.is_enabled() else _faults_file().open("w", encoding="utf-8")
    except OSError as error:
        logging.getLogger(__name__).warning("No log can be written: %s", error)
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    qInstallMessageHandler(_take_qt_message)
    if faults is not None:
        faulthandler.enable(faults)
    return Log(handler, faults)


def stop_log(log: Log | None) -> None:
    """Let go of the log files."""
    if log is None:
        return
    qInstallMessageHandler(None)
    logging.getLogger().removeHandler(log.handler)
    if log.faults is not None:
        faulthandler.disable()
    with contextlib.suppress(OSError):  # a full disk: there is no better place to say so
        log.handler.close()
        if log.faults is not None:
            log.faults.close()


def _rotate(file: Path) -> None:
    """Begin a new log where the old one is large; the standard handler costs start-up time."""
    if not file.exists() or file.stat().st_size < LARGEST:
        return
    for number in range(KEPT, 0, -1):
        older = file.with_name(f"{file.name}.{number}")
        newer = file.with_name(f"{file.name}.{number - 1}") if number > 1 else file
        if newer.exists():
            newer.replace(older)


def _faults_file() -> Path:
    return log_dir() / "faults.log"


def _take_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
