"""The process in which files are read apart: started, fed and bounded by ``reading.apart``.

It takes one file at a time from its input and hands back one article whenever it is asked for
more, so that nothing piles up on either side. It may use no network and start no programs.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import threading
import time
import traceback
from contextlib import chdir, suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from annotator.articles.reading.messages import (
    IDLE_SECONDS,
    article_message,
    columns_message,
    error_message,
    from_line,
    options_of,
    to_line,
)
from annotator.core.errors import AnnotatorError
from annotator.service.article_ports import ReadArticle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.articles.reading.messages import Message
    from annotator.service.column_mappings import Column

LARGEST_MEMORY = 1_000_000_000
LARGEST_FILE = 256_000_000
_REFUSED = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork",
            "os.spawn", "os.startfile")  # fmt: skip


class RefusedAccessError(PermissionError):
    """An attempt of a reader to reach the network or to start a program."""


def main() -> None:
    """Serve one file after the other until the input ends or stays quiet for long."""
    requests, answers = _own_pipes()
    faulthandler.enable(2)
    # Ctrl+C is for the program, which then closes the input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound()
    sys.addaudithook(_refuse)
    idle = _IdleWatch()
    for line in requests:
        with idle.busy():
            _serve(from_line(line), requests, answers)


def _serve(request: Message, requests: BinaryIO, answers: BinaryIO) -> None:
    # What is written here is about this file alone.
    os.ftruncate(2, 0)
    os.lseek(2, 0, os.SEEK_SET)
    for message in _answers(request):
        answers.write(to_line(message))
        answers.flush()
        if "article" not in message and "error" not in message:
            return
        if from_line(requests.readline() or b"{}").get("do") != "more":
            answers.write(to_line({"end": True}))
            answers.flush()
            return
        _grant_seconds(request["seconds"])


def _answers(request: Message) -> Iterator[Message]:
    """Yield what a reader finds; the last message ends, raises or reports a bug."""
    _grant_seconds(request["seconds"])
    try:
        if request["do"] == "columns":
            yield {"columns": columns_message(_columns(request))}
            return
        for found in _found(request):
            if isinstance(found, ReadArticle):
                yield {"article": article_message(found)}
            else:
                yield {"error": error_message(found)}
    except AnnotatorError as error:
        yield {"raised": error_message(error)}
    except MemoryError:
        yield {"memory": True}
    except Exception:  # noqa: BLE001 - whatever a reader fails with is reported to the program
        yield {"bug": traceback.format_exc()}
    else:
        yield {"end": True}


def _found(request: Message) -> Iterator[ReadArticle | AnnotatorError]:
    with chdir(request["folder"] or "."):
        yield from _reader(request).read(Path(request["path"]), options_of(request["options"]))


def _columns(request: Message) -> Iterable[Column]:
    columns: Iterable[Column]
    with chdir(request["folder"] or "."):
        columns = _reader(request).columns(Path(request["path"]), options_of(request["options"]))
    return columns


def _reader(request: Message) -> Any:  # noqa: ANN401 - a class found by its name
    module, name = request["reader"]
    return getattr(import_module(module), name)()


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take input and output for the messages alone; what libraries print goes to the report."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, answers


def _bound() -> None:
    """Bound memory and the files it may write, where the system knows how."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    for limit, most in (
        (resource.RLIMIT_AS, LARGEST_MEMORY),
        (resource.RLIMIT_FSIZE, LARGEST_FILE),
    ):
        with suppress(ValueError, OSError):  # a system may know a limit and not let it be set
            resource.setrlimit(limit, (most, most))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _grant_seconds(seconds: float) -> None:
    """Allow so much more time of the processor: what ends this should the program not."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    spent = time.process_time()
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(spent + seconds) + 2, most))


def _refuse(event: str, arguments: Any) -> None:  # noqa: ANN401 - what Python hands to every hook
    del arguments
    if event.startswith(_REFUSED):
        raise RefusedAccessError(event)


class _IdleWatch:
    """Ends the process when no file came for long."""

    def __init__(self) -> None:
        self._since: float | None = time.monotonic()
        threading.Thread(target=self._watch, daemon=True).start()

    def busy(self) -> _IdleWatch:
        return self

    def __enter__(self) -> None:
        self._since = None

    def __exit__(self, *_: object) -> None:
        self._since = time.monotonic()

    def _watch(self) -> None:
        while True:
            time.sleep(IDLE_SECONDS / 4)
            since = self._since
            if since is not None and time.monotonic() - since > IDLE_SECONDS:
                os._exit(0)


if __name__ == "__main__":
    main()
