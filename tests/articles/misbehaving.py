"""Readers that go wrong in every way; a reading process finds them by module and name."""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from annotator.articles.plain_text import PlainTextReader
from annotator.core.file_errors import EmptyFileError, TooLargeFileError
from annotator.core.records import Source
from annotator.service.article_ports import Doubt, ReadArticle
from annotator.service.column_mappings import Column


class AsTold(PlainTextReader):
    """Does what the file's words say."""

    name = "as told"
    suffixes = (".told",)
    apart = True
    variants = ("louder",)

    def read(self, path, options):
        word, _, rest = path.read_text("utf-8").partition(" ")
        yield from globals()[f"do_{word}"](path, options, rest)


class TableAsTold(AsTold):
    """Has the columns that it is told, or does for them what it does for articles."""

    name = "table as told"

    def columns(self, path, options):
        word, _, rest = path.read_text("utf-8").partition(" ")
        if word == "columns":
            return tuple(Column(one, (str(os.getpid()), options.variant)) for one in rest.split())
        return tuple(self.read(path, options))


def do_tell(path, options, rest):
    yield article(str((options, Path.cwd(), str(path))))


def do_pid(path, options, rest):
    yield article(str(os.getpid()))


def do_count(path, options, rest):
    for number in range(int(rest)):
        yield article(f"Article {number}.")
        if number == 1:
            yield EmptyFileError(path)


def do_sleep(path, options, rest):
    yield article("Before.")
    time.sleep(float(rest))
    yield article("After.")


def do_allocate(path, options, rest):
    held = bytearray(int(rest) * 1_000_000)
    yield article(str(len(held)))


def do_crash(path, options, rest):
    print("on the way", file=sys.stderr)  # noqa: T201 - it is to be found in the report
    ctypes.string_at(0)
    yield article("never")


def do_abort(path, options, rest):
    print(rest, file=sys.stderr, end="", flush=True)  # noqa: T201 - it is to be found in the report
    os.abort()
    yield article("never")


def do_exit(path, options, rest):
    os._exit(int(rest))
    yield article("never")


def do_fail(path, options, rest):
    raise KeyError(rest)
    yield article("never")


def do_refuse(path, options, rest):
    raise TooLargeFileError(path, size=7_000_000, limit=5_000_000)
    yield article("never")


def do_print(path, options, rest):
    print('{"end": true}')  # noqa: T201 - the messages are not to be mixed up with it
    os.write(1, b'{"end": true}\n')
    yield article("After much noise.")


def do_connect(path, options, rest):
    attempts = []
    for attempt in (
        lambda: socket.create_connection(("127.0.0.1", 9)),
        lambda: socket.getaddrinfo("localhost", 80),
        lambda: subprocess.run([sys.executable, "-V"], check=True),
        lambda: os.system("true"),  # noqa: S605 - is to be refused
    ):
        try:
            attempt()
        except PermissionError as error:
            attempts.append(type(error).__name__)
    yield article(" ".join(attempts))


def article(text):
    source = Source("a", "0" * 64, len(text), "UTF-8", "as told", ("LF",))
    return ReadArticle(
        title="Žlutý",
        text=text,
        source=source,
        authors=("Ann", "Bo"),
        doubts=(Doubt.ORDER, Doubt.REPLACED),
        encodings=("cp1251",),
    )
