"""Asking the web for one file: what is asked, what may come back, and who watches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from annotator.core.fetch_errors import BadAddressError
from annotator.service.watch import UNWATCHED, Watch

LONGEST_SECONDS = 20.0
LARGEST_FILE = 20_000_000
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class FetchedFile:
    """A file from the web: a name for it, its bytes, and the address that it came from in the end.

    ``encoding`` is the codec that its server told, where the bytes bear that out; ``hosts`` are
    those that were asked, in order.
    """

    name: str
    data: bytes
    address: str
    encoding: str = ""
    hosts: tuple[str, ...] = ()


class Trip:
    """One visit to the web: how far it is, its limits, and the hosts that are asked."""

    def __init__(
        self,
        watch: Watch = UNWATCHED,
        *,
        seconds: float = LONGEST_SECONDS,
        size: int = LARGEST_FILE,
    ) -> None:
        self.watch, self.seconds, self.size = watch, seconds, size
        self.hosts: list[str] = []

    def visit(self, host: str) -> None:
        """Take note that a host is asked, if it is another one."""
        if self.hosts[-1:] != [host]:
            self.hosts.append(host)


class Fetch(Protocol):
    """Brings a file from the web, within limits, without cookies; in any thread."""

    def __call__(self, address: str, trip: Trip, /) -> FetchedFile:
        """Return the file at an address.

        Raises:
            StoppedError: whoever watches cancelled it.
            FetchError: one subclass for each thing that can be wrong.

        """
        ...


def web_address(typed: str) -> str:
    """Return the address that somebody means; one without a scheme is on the secure web.

    Raises:
        BadAddressError: it is no address of the web.

    >>> web_address(" example.org/news "), web_address("http://example.org")
    ('https://example.org/news', 'http://example.org')
    """
    words = typed.strip()
    address = words if "://" in words else f"https://{words}"
    if len(words.split()) != 1 or not words.isprintable():
        raise BadAddressError(typed)
    try:
        parts = urlsplit(address)
        good = parts.scheme.lower() in _PORTS and host_of(address) and parts.port != 0
    except ValueError as error:
        raise BadAddressError(typed) from error
    if not good or parts.username is not None:
        raise BadAddressError(typed)
    return address


def host_of(address: str) -> str:
    """Return the host that an address is asked of, with a port that is not the usual one.

    >>> host_of("https://example.org/a"), host_of("http://example.org:8080/a")
    ('example.org', 'example.org:8080')
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    usual = parts.port in {None, _PORTS.get(parts.scheme.lower())}
    return host if usual or not host else f"{host}:{parts.port}"
