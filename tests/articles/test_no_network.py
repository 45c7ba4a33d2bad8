"""No reader reaches for the network, whatever a file invites it to."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest
from tests.articles.laws import assert_read_or_refused_kindly, everything
from tests.articles.samples import POINTS, SAMPLES, WORDS, reader_at, sample

from annotator.core.errors import AnnotatorError
from annotator.service.article_ports import ReadOptions
from annotator.service.reading.grids import WITHOUT_HEADER

XML = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "http://example.org/x">]>'
    '<rss version="2.0"><channel><link>http://example.org/</link><item><title>&x;</title></item>'
    "</channel></rss>"
)
ELSEWHERE = "never-opened.html"
attempts: list[str] | None = None


def watch(event, arguments):
    if attempts is None:
        return
    if event.startswith("socket.") or (event == "open" and ELSEWHERE in str(arguments[0])):
        attempts.append(event)
        raise PermissionError(event)


# A hook of this kind stays for good; outside these tests it does nothing.
sys.addaudithook(watch)


@pytest.fixture
def addresses(tmp_path):
    """A server's address and a file's, in both spellings; of libraries in C the server tells."""
    elsewhere = tmp_path / ELSEWHERE
    elsewhere.write_text("<p>Words of another file.")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        host, port = server.getsockname()
        yield f"http://{host}:{port}/a.css", elsewhere.as_uri(), str(elsewhere)
        with pytest.raises(BlockingIOError):  # nobody came
            server.accept()


@pytest.fixture
def seen(monkeypatch):
    """What was tried from here on."""
    found = []
    with monkeypatch.context() as patched:
        patched.setattr(sys.modules[__name__], "attempts", found)
        yield found


def test_every_reader_has_its_sample():
    assert SAMPLES.keys() == POINTS.keys()


@pytest.mark.parametrize("point", POINTS)
def test_a_file_that_names_addresses_is_read_without_them(addresses, tmp_path, seen, point):
    reader = reader_at(point)
    path = tmp_path / f"sample{reader.suffixes[0]}"
    for address in addresses:
        path.write_bytes(sample(point, address))
        for variant in ("", *reader.variants):
            mapping = (("text", "column 1"),) if variant == WITHOUT_HEADER else ()
            found = everything(reader, path, ReadOptions("", variant, mapping))
            assert [one for one in found if isinstance(one, AnnotatorError)] == []
            assert any(WORDS in one.text for one in found)
            assert not any("Words of another file" in one.text for one in found)
    assert seen == []


@pytest.mark.parametrize("point", POINTS)
def test_a_file_of_another_format_leads_nowhere_either(tmp_path, seen, point):
    reader = reader_at(point)
    others = (sample("html", "http://example.org/a"), XML.encode(), b"Words: http://example.org/")
    for number, content in enumerate(others):
        for suffix in reader.suffixes:
            path = tmp_path / f"{number}{suffix}"
            path.write_bytes(content)
            for variant in ("", *reader.variants):
                assert_read_or_refused_kindly(reader, path, variant=variant)
    assert seen == []


FIRST = """
import sys
attempts = []
sys.addaudithook(lambda event, _: attempts.append(event) if event.startswith("socket.") else None)
from pathlib import Path
from annotator.articles.html import HtmlReader
from annotator.service.article_ports import ReadOptions
list(HtmlReader().read(Path(sys.argv[1]), ReadOptions()))
assert not attempts, attempts
import socket
assert socket.has_ipv6 is sys.modules["_socket"].has_ipv6
"""


def test_bringing_in_the_libraries_of_pages_tries_no_socket(tmp_path):
    path = tmp_path / "a.html"
    path.write_bytes(sample("html", "http://example.org/a"))
    ended = subprocess.run(
        [sys.executable, "-c", FIRST, str(path)], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")


def test_the_watch_sees_an_attempt(tmp_path, seen):
    with pytest.raises(PermissionError):
        socket.create_connection(("127.0.0.1", 9))
    with pytest.raises(PermissionError):
        (tmp_path / ELSEWHERE).read_bytes()
    assert seen[-1] == "open"
    assert len(seen) > 1
