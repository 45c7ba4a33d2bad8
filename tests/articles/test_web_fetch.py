from __future__ import annotations

import gzip

import pytest
from tests.articles.web_server import WEB, page, serving

from annotator.articles.reading.web_fetch import fetch
from annotator.core.fetch_errors import (
    BadAddressError,
    EndlessRedirectError,
    ForbiddenRedirectError,
    LargeFetchError,
    SlowFetchError,
    UnreachableHostError,
    WebRefusalError,
)
from annotator.service.fetching import Trip, web_address
from annotator.service.watch import StoppedError, Watch


@pytest.fixture
def server():
    with serving() as running:
        yield running


def test_a_page_comes_with_its_name_address_and_host(server):
    server.answers["/news/dam"] = page(b"<p>Safe.")
    found = fetch(f"{server.at}/news/dam", Trip())
    assert (found.data, found.name) == (b"<p>Safe.", "dam.html")
    assert found.address == f"{server.at}/news/dam"
    assert found.hosts == (f"127.0.0.1:{server.port}",)


def test_no_cookie_is_sent_even_after_one_was_set(server):
    server.answers["/"] = page(b"", status=302, Location="/next")
    server.answers["/next"] = page(b"here")
    assert fetch(server.at, Trip()).data == b"here"
    assert [path for path, _ in server.asked] == ["/", "/next"]
    assert not any("Cookie" in headers for _, headers in server.asked)


@pytest.mark.parametrize(
    "target", [WEB + "localhost:{port}/next", WEB + "[::1]:{port}/", "file:///etc/hostname"]
)
def test_a_redirect_to_this_computer_or_a_file_is_not_followed(server, target):
    where = target.format(port=server.port)
    server.answers["/"] = page(b"", status=302, Location=where)
    with pytest.raises(ForbiddenRedirectError) as caught:
        fetch(server.at, Trip())
    assert caught.value.target == where
    assert [path for path, _ in server.asked] == ["/"]


def test_redirects_without_end_are_given_up(server):
    server.answers["/"] = page(b"", status=302, Location="/")
    with pytest.raises(EndlessRedirectError):
        fetch(f"{server.at}/", Trip())


def test_a_refusal_is_told_with_its_status(server):
    server.answers["/"] = page(b"gone", status=404)
    with pytest.raises(WebRefusalError) as caught:
        fetch(f"{server.at}/", Trip())
    assert caught.value.status == 404


@pytest.mark.parametrize("told", [True, False])
def test_what_is_too_large_is_refused_told_or_not(server, told):
    headers = {"Content-Length": "3000"} if told else {}
    server.answers["/"] = page(b"x" * 3000, **headers)
    with pytest.raises(LargeFetchError):
        fetch(f"{server.at}/", Trip(size=2000))


def test_what_unpacks_to_too_much_is_refused(server):
    packed = gzip.compress(b"x" * 100_000)
    server.answers["/"] = page(packed, **{"Content-Encoding": "gzip"})
    with pytest.raises(LargeFetchError):
        fetch(f"{server.at}/", Trip(size=2000))
    assert fetch(f"{server.at}/", Trip()).data == b"x" * 100_000


def test_a_slow_host_is_given_up(server):
    server.answers["/slow"] = page(b"late")
    with pytest.raises(SlowFetchError):
        fetch(f"{server.at}/slow", Trip(seconds=0.2))


def test_a_cancelled_visit_ends_at_once(server):
    with pytest.raises(StoppedError):
        fetch(f"{server.at}/slow", Trip(Watch(cancelled=lambda: True)))


def test_a_host_that_is_not_there_is_told():
    with pytest.raises(UnreachableHostError):
        fetch(f"{WEB}127.0.0.1:1/", Trip())


@pytest.mark.parametrize(
    ("told", "body", "encoding"),
    [
        ("windows-1251", "Мост".encode("cp1251"), "windows-1251"),
        ("iso-8859-1", "Мост".encode(), ""),
        ("nonsense", b"\xff", ""),
    ],
)
def test_the_encoding_that_a_server_tells_counts_where_it_can_be(server, told, body, encoding):
    server.answers["/a.txt"] = page(body, kind=f"text/plain; charset={told}")
    found = fetch(f"{server.at}/a.txt", Trip())
    assert (found.encoding, found.name) == (encoding, "a.txt")


@pytest.mark.parametrize(
    "typed",
    ["", "ftp://example.org", "file:///a", "https://", "two words", WEB + "a@example.org"],
)
def test_what_is_no_address_of_the_web_is_refused(typed):
    with pytest.raises(BadAddressError):
        web_address(typed)
