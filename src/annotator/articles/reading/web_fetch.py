"""Fetching one file from the web: by hand of the user alone, in limits, without cookies.

What follows a redirect may lead anywhere but to this computer and its network, unless the user
typed that host. A thread does the asking, since neither looking a name up nor waiting for a
slow host can be ended; whoever called is never held longer than the time given.
"""

from __future__ import annotations

import codecs
import ipaddress
import re
import socket
import threading
import time
import zlib
from contextlib import suppress
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from annotator.core.fetch_errors import (
    EndlessRedirectError,
    FetchError,
    ForbiddenRedirectError,
    LargeFetchError,
    SlowFetchError,
    UnreachableHostError,
    WebRefusalError,
)
from annotator.service.fetching import FetchedFile, host_of, web_address
from annotator.service.watch import StoppedError

if TYPE_CHECKING:
    from http.client import HTTPMessage, HTTPResponse
    from typing import IO

    from annotator.service.fetching import Trip

_PIECE = 65_536
_LOOK_SECONDS = 0.05
_MOST_REDIRECTS = 5
_REDIRECTS = range(300, 400)
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "text/csv": ".csv",
    "text/xml": ".xml",
    "application/xml": ".xml",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/epub+zip": ".epub",
    "message/rfc822": ".eml",
}
_UNFIT = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80
_HEADERS = {"User-Agent": "fact-annotator", "Accept": "*/*", "Accept-Encoding": "identity"}


def fetch(address: str, trip: Trip) -> FetchedFile:
    """Return the file at an address, as ``service.fetching.Fetch`` tells."""
    visit = _Visit(web_address(address), trip)
    visit.thread.start()
    until = time.monotonic() + trip.seconds
    while not visit.ended.wait(_LOOK_SECONDS):
        if trip.watch.cancelled():
            visit.give_up()
            raise StoppedError
        if time.monotonic() > until:
            visit.give_up()
            raise SlowFetchError(trip.hosts[-1], seconds=trip.seconds)
        trip.watch.progress(*visit.at)
    if visit.failure is not None:
        raise visit.failure
    if visit.found is None:
        raise UnreachableHostError(trip.hosts[-1], reason="no answer")
    return visit.found


class _Visit:
    """The asking itself, in a thread of its own that is left alone when nobody waits any more."""

    def __init__(self, address: str, trip: Trip) -> None:
        self.trip, self._address = trip, address
        self.typed = urlsplit(address).hostname or ""
        self.thread = threading.Thread(target=self._run, name="fetch", daemon=True)
        self.ended = threading.Event()
        self.at = (0, 0)
        self.found: FetchedFile | None = None
        self.failure: Exception | None = None
        self._socket: socket.socket | None = None
        trip.visit(host_of(address))

    def give_up(self) -> None:
        """Let go of the connection, which ends the thread where it waits for that."""
        if self._socket is not None:
            with suppress(OSError):  # it is gone already
                self._socket.shutdown(socket.SHUT_RDWR)

    def connected(self, host: str, connection: socket.socket) -> None:
        """Take a connection in hand; refuse one that a redirect made to a place nearby."""
        self._socket = connection
        peer = str(connection.getpeername()[0])
        # Where the peer is none of the hosts asked, it is a proxy of the user's.
        asked = {urlsplit(f"//{one}").hostname for one in self.trip.hosts}
        if host.lower() != self.typed and host.lower() in asked and is_nearby(peer):
            connection.close()
            raise ForbiddenRedirectError(self.trip.hosts[0], target=host)

    def go_on(self, address: str) -> None:
        """Take note of a redirect; refuse one by which a host leads to a place nearby."""
        host = urlsplit(address).hostname or ""
        if host != self.typed and is_nearby(host):
            raise ForbiddenRedirectError(self.trip.hosts[-1], target=address)
        self.trip.visit(host_of(address))

    def _run(self) -> None:
        try:
            self.found = self._ask()
        except Exception as error:  # noqa: BLE001 - carried to the thread that called
            self.failure = error
        self.ended.set()

    def _ask(self) -> FetchedFile:
        try:
            request = Request(self._address, headers=_HEADERS)  # noqa: S310 - see web_address
            with _opener(self).open(request, timeout=self.trip.seconds) as answer:
                return self._file(answer)
        except HTTPError as error:
            with error:
                raise self._refusal(error) from error
        except (OSError, HTTPException, zlib.error, ValueError) as error:
            host = self.trip.hosts[-1]
            if isinstance(_cause(error), TimeoutError):
                raise SlowFetchError(host, seconds=self.trip.seconds) from error
            raise UnreachableHostError(host, reason=_reason(error)) from error

    def _refusal(self, error: HTTPError) -> FetchError:
        host, target = self.trip.hosts[-1], error.headers.get("Location")
        if error.code not in _REDIRECTS or not target:
            return WebRefusalError(host, status=error.code, reason=str(error.reason))
        whole = urljoin(error.url, target)
        if urlsplit(whole).scheme in {"http", "https"}:
            return EndlessRedirectError(host)
        return ForbiddenRedirectError(host, target=whole)

    def _file(self, answer: HTTPResponse) -> FetchedFile:
        data = self._body(answer)
        address, kind = str(answer.url), answer.headers.get_content_type()
        return FetchedFile(
            name=_name_of(address, kind),
            data=data,
            address=address,
            encoding=_told_encoding(answer.headers.get_content_charset(""), data),
            hosts=tuple(self.trip.hosts),
        )

    def _body(self, answer: HTTPResponse) -> bytes:
        limit = self.trip.size
        too_large = LargeFetchError(self.trip.hosts[-1], limit=limit)
        total = answer.length or 0
        if total > limit:
            raise too_large
        gathered = bytearray()
        while piece := answer.read1(_PIECE):
            gathered += piece
            self.at = len(gathered), total
            if len(gathered) > limit:
                raise too_large
        if answer.headers.get("Content-Encoding", "").lower() not in {"gzip", "x-gzip"}:
            return bytes(gathered)
        # Asked for plainly, some servers pack all the same.
        unpacked = zlib.decompressobj(wbits=31).decompress(bytes(gathered), limit + 1)
        if len(unpacked) > limit:
            raise too_large
        return unpacked


class _Redirects(HTTPRedirectHandler):
    """Follows a few redirects, each of which the visit agrees to."""

    max_redirections = _MOST_REDIRECTS

    def __init__(self, visit: _Visit) -> None:
        self._visit = visit

    def redirect_request(
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> Request | None:
        try:
            self._visit.go_on(newurl)
        except FetchError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _Plain(HTTPConnection):
    def __init__(self, visit: _Visit, host: str, **options: Any) -> None:  # noqa: ANN401 - the library's
        super().__init__(host, **options)
        self._visit = visit

    def connect(self) -> None:
        super().connect()
        self._visit.connected(self.host, self.sock)


class _Secure(_Plain, HTTPSConnection):
    """Connects as the plain one does, and has the visit agree once that is secured."""


class _Opening(HTTPHandler, HTTPSHandler):
    def __init__(self, visit: _Visit) -> None:
        super().__init__()
        self._plain: Any = partial(_Plain, visit)
        self._secure: Any = partial(_Secure, visit)

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(self._plain, req)

    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(self._secure, req)


def _opener(visit: _Visit) -> OpenerDirector:
    """Return what opens addresses of the web and no others, and keeps nothing."""
    opener = OpenerDirector()
    opener.addheaders = []
    for handler in (
        ProxyHandler(),
        _Opening(visit),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
        _Redirects(visit),
    ):
        opener.add_handler(handler)
    return opener


def is_nearby(host: str) -> bool:
    """Tell by a host's name or number that it is this computer or in its network.

    >>> is_nearby("localhost"), is_nearby("192.168.1.1"), is_nearby("::1"), is_nearby("example.org")
    (True, True, True, False)
    """
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        number = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(number, "ipv4_mapped", None)
    return not (mapped or number).is_global


def _cause(error: Exception) -> object:
    return error.reason if isinstance(error, URLError) else error


def _reason(error: Exception) -> str:
    told = _cause(error)
    if isinstance(told, OSError) and told.strerror:
        return told.strerror
    return str(told) or type(told).__name__


def _name_of(address: str, kind: str) -> str:
    parts = urlsplit(address)
    last = PurePosixPath(unquote(parts.path)).name or (parts.hostname or "page")
    name = _UNFIT.sub("-", last).strip(".-")[:_LONGEST_NAME] or "page"
    ending = _ENDINGS.get(kind, "")
    return name if not ending or name.lower().endswith(ending) else f"{name}{ending}"


def _told_encoding(told: str, data: bytes) -> str:
    """Return what a server says of the bytes, unless they are UTF-8 or tell otherwise."""
    for name in ("utf-8", told):
        try:
            codecs.lookup(name)
            data.decode(name)
        except (LookupError, ValueError):
            continue
        return "" if name == "utf-8" else name
    return ""
