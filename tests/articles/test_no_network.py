"""No reader reaches for the network, whatever a file invites it to."""

from __future__ import annotations

import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from tests.articles.laws import assert_read_or_refused_kindly
from tests.articles.pages import page

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
POINTS = PROJECT["project"]["entry-points"]["annotator.articles"]
INVITING = page(
    head='<base href="http://example.org/"><link rel="stylesheet" href="http://example.org/a.css">'
    '<meta http-equiv="refresh" content="0; url=http://example.org/"><script src="a.js"></script>'
).replace(
    "<!DOCTYPE html>",
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://example.org/strict.dtd">',
)
XML = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "http://example.org/x">]>'
    '<rss version="2.0"><channel><link>http://example.org/</link><item><title>&x;</title></item>'
    "</channel></rss>"
)
attempts: list[str] | None = None


def watch(event, _arguments):
    if attempts is not None and event.startswith("socket."):
        attempts.append(event)
        raise PermissionError(event)


# A hook of this kind stays for good; outside these tests it does nothing.
sys.addaudithook(watch)


def reader_at(point):
    module, _, name = POINTS[point].partition(":")
    return getattr(import_module(module), name)()


@pytest.mark.parametrize("point", POINTS)
def test_reading_a_file_touches_no_socket(tmp_path, monkeypatch, point):
    reader = reader_at(point)
    monkeypatch.setattr(sys.modules[__name__], "attempts", [])
    for number, content in enumerate((INVITING, XML, "Plain words: http://example.org/")):
        for suffix in reader.suffixes:
            path = tmp_path / f"{number}{suffix}"
            path.write_text(content, "utf-8")
            for variant in ("", *reader.variants):
                assert_read_or_refused_kindly(reader, path, variant=variant)
    assert attempts == []


def test_the_watch_sees_an_attempt(monkeypatch):
    import socket  # noqa: PLC0415 - for this test alone

    monkeypatch.setattr(sys.modules[__name__], "attempts", [])
    with pytest.raises(PermissionError):
        socket.create_connection(("127.0.0.1", 9))
    assert attempts
