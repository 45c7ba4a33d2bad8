"""The first words with an X server: whether it lets this user in, asked without Qt or a library.

A server that was started bare begins anew when its last client leaves, and lets nobody in while
it does. The connection over which it was asked therefore stays open until ``let_go``, and a
refusal to talk at all is asked again for a moment.
"""

from __future__ import annotations

import os
import socket
import struct
import time
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    Address = str | tuple[str, int]

PATIENCE_S = 2.0
RESTART_S = 0.6
PAUSE_S = 0.05
COOKIE = b"MIT-MAGIC-COOKIE-1"
# A request to talk, little end first, to version 11.0 of the protocol.
REQUEST = struct.Struct("<cxHHHHxx")
SHORT = struct.Struct(">H")
SUCCESS = 1
ANY_HOST = 65535
LOOPBACK = b"\x7f"

_held: list[socket.socket] = []


class Answer(Enum):
    """What an X server says to a request to talk."""

    NONE = "nobody answers"
    REFUSED = "not this user"
    WELCOME = "come in"


class Key(NamedTuple):
    """One entry of a key file: for which host and display, of which kind, and the key."""

    family: int
    host: bytes
    number: bytes
    kind: bytes
    key: bytes


def ask(family: socket.AddressFamily, address: Address, *, number: int) -> Answer:
    """Return what the server of a display's number at an address answers, within seconds.

    Where it lets us in, the connection is kept until ``let_go``.
    """
    patient_until = time.monotonic() + RESTART_S
    while True:
        try:
            return _ask(family, address, number)
        except FileNotFoundError:
            return Answer.NONE
        except OSError as error:
            # A server that begins anew refuses for a moment, or hangs up.
            begins = isinstance(error, ConnectionError)
            if not begins or time.monotonic() > patient_until:
                return Answer.NONE
        time.sleep(PAUSE_S)


def let_go() -> None:
    """Close what was kept: whoever shows the window has a connection of its own."""
    while _held:
        _held.pop().close()


def _ask(family: socket.AddressFamily, address: Address, number: int) -> Answer:
    probe = socket.socket(family, socket.SOCK_STREAM)
    try:
        probe.settimeout(PATIENCE_S)
        probe.connect(address)
        probe.sendall(_request(cookie(number, _host_of(probe))))
        first = probe.recv(1)
        if not first:
            raise ConnectionResetError
    except OSError:
        probe.close()
        raise
    if first[0] != SUCCESS:
        probe.close()
        return Answer.REFUSED
    let_go()
    _held.append(probe)
    return Answer.WELCOME


def _request(key: bytes | None) -> bytes:
    kind = b"" if key is None else COOKIE
    key = key or b""
    head = REQUEST.pack(b"l", 11, 0, len(kind), len(key))
    return head + _padded(kind) + _padded(key)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def _host_of(probe: socket.socket) -> bytes:
    """Return how a key file names the machine at the other end."""
    if probe.family == socket.AF_INET:
        packed = socket.inet_aton(probe.getpeername()[0])
        if not packed.startswith(LOOPBACK):
            return packed
    return socket.gethostname().encode()


def cookie(number: int, host: bytes) -> bytes | None:
    """Return the user's key to a host's display from the key file, None where there is none."""
    numbers = (b"", str(number).encode())
    return next(
        (
            entry.key
            for entry in _keys(_key_file())
            if entry.kind == COOKIE
            and entry.number in numbers
            and (entry.host == host or entry.family == ANY_HOST)
        ),
        None,
    )


def _key_file() -> Path:
    named = os.environ.get("XAUTHORITY")
    return Path(named) if named else Path(os.environ.get("HOME", "/"), ".Xauthority")


def _keys(path: Path) -> Iterator[Key]:
    """Yield the entries of a key file, as far as they can be read."""
    try:
        data = path.read_bytes()
    except OSError:
        return
    place = 0
    while place + SHORT.size <= len(data):
        (family,) = SHORT.unpack_from(data, place)
        place += SHORT.size
        fields: list[bytes] = []
        for _ in range(4):
            length = int.from_bytes(data[place : place + SHORT.size], "big")
            place += SHORT.size + length
            fields.append(data[place - length : place])
        if place > len(data):
            return
        yield Key(family, *fields)
