"""Signatures of bundles: Ed25519, with a key of this machine that never leaves it.

What is signed are the bytes of ``manifest-sha256.txt`` and those of ``manifest.json`` after them,
so that anybody can check it with other tools: the first has the hash of every member.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from annotator.core.bundle_errors import (
    DamagedBundleError,
    DamagedKeyError,
    MissingSigningError,
    WrongSignatureError,
)
from annotator.core.file_errors import UnreadableFileError, UnwritableFileError
from annotator.paths import config_dir
from annotator.service.bundle import layout, manifest
from annotator.service.bundle.lines import LineError, mapping, parsed, plain
from annotator.team.shared import canonical

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from annotator.service.bundle.members import Members

ALGORITHM: Final = "Ed25519"
KEY: Final = "signing-key.pem"
_LARGEST: Final = 10_000
_MOST: Final = 64_000_000
_KEY_BYTES, _SIGNATURE_BYTES = 32, 64
_GROUP: Final = 4


@dataclass(frozen=True, slots=True)
class Signed:
    """The signature of a bundle: by whom, with which key.

    ``checked`` is False where this machine cannot check signatures.
    """

    member: str
    name: str
    public_key: bytes
    checked: bool

    @property
    def fingerprint(self) -> str:
        """The key as two people compare it."""
        return fingerprint(self.public_key)


def fingerprint(public_key: bytes) -> str:
    """Return a key as two people compare it, on the telephone for example.

    >>> fingerprint(bytes(32))[:24]
    '6668 7aad f862 bd77 6c8f'
    """
    digest = hashlib.sha256(public_key).hexdigest()
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


class Signer:
    """Signs with a private key."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key
        self.public_key = key.public_key().public_bytes_raw()
        self.fingerprint = fingerprint(self.public_key)

    def signature(self, sums: bytes, said: bytes) -> bytes:
        """Return the member that signs a list of hashes and a manifest."""
        held = {
            "algorithm": ALGORITHM,
            "member": manifest.read(said)["team_member"],
            "public_key": base64.b64encode(self.public_key).decode(),
            "signature": base64.b64encode(self._key.sign(sums + said)).decode(),
        }
        return f"{canonical(held)}\n".encode()


def machine_signer(folder: Path | None = None) -> Signer:
    """Return who signs on this machine, with a key that is made at the first time.

    Raises:
        MissingSigningError: the part of the program that signs is not installed.
        DamagedKeyError: the key's file does not hold one.
        FileProblemError: it cannot be read or written.

    """
    ed25519, serialization = _signing()
    path = (folder or config_dir()) / KEY
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        data = _new_key(path)
    except OSError as error:
        raise UnreadableFileError(path, reason=error.strerror or str(error)) from error
    try:
        key = serialization.load_pem_private_key(data, password=None)
    except (ValueError, TypeError) as error:
        raise DamagedKeyError(path) from error
    if not isinstance(key, ed25519.Ed25519PrivateKey):
        raise DamagedKeyError(path)
    return Signer(key)


def _new_key(path: Path) -> bytes:
    """Make a key that nobody else on this machine may read."""
    ed25519, serialization = _signing()
    data: bytes = ed25519.Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise UnwritableFileError(path, reason=error.strerror or str(error)) from error
    return data


def read_signature(members: Members) -> Signed | None:
    """Return the signature of a bundle whose hashes are right, None where it has none.

    Raises:
        DamagedBundleError: the signature cannot be read, or was taken away.
        WrongSignatureError: it is of something else, or of somebody else.

    """
    if layout.SIGNATURE not in members:
        if members.said.signed_with:
            reason = "it is missing, and the manifest says that there is one"
            raise DamagedBundleError(members.path, layout.SIGNATURE, reason=reason)
        return None
    path, sender = members.path, members.said.facts.member
    try:
        data = members.read(layout.SIGNATURE, most=_LARGEST)
        held = _held(data)
        member = mapping(held.get("member"))
        key, signature = (_bytes(held.get(name)) for name in ("public_key", "signature"))
    except (LineError, UnicodeDecodeError) as error:
        raise DamagedBundleError(path, layout.SIGNATURE, reason="it is not understood") from error
    told = (member.get("id"), member.get("name"))
    if (
        held.get("algorithm") != ALGORITHM
        or told != (sender.id, sender.name)
        or members.said.signed_with not in {"", fingerprint(key)}
    ):
        raise WrongSignatureError(path, layout.SIGNATURE, signer=sender.name or sender.id)
    sums = members.read(layout.SUMS, most=_MOST)
    said = members.read(layout.MANIFEST, most=_MOST)
    fits = _fits(key, signature, sums + said)
    if fits is False:
        raise WrongSignatureError(path, layout.SIGNATURE, signer=sender.name or sender.id)
    return Signed(sender.id, sender.name, key, checked=fits is not None)


def _held(data: bytes) -> dict[str, Any]:
    held = mapping(parsed(data.decode().removesuffix("\n")))
    if data != f"{canonical(held)}\n".encode():
        raise LineError("it is not written as everything is in a bundle")
    return held


def _bytes(value: object) -> bytes:
    try:
        data = base64.b64decode(plain(value), validate=True)
    except (binascii.Error, ValueError) as error:
        raise LineError("it is no base64") from error
    # The last digit has bits that say nothing.
    if base64.b64encode(data).decode() != value:
        raise LineError("it is no base64")
    return data


def _fits(key: bytes, signature: bytes, data: bytes) -> bool | None:
    """Tell whether a signature is of some data, None where that cannot be told here."""
    if len(key) != _KEY_BYTES or len(signature) != _SIGNATURE_BYTES:
        return False
    try:
        ed25519, _ = _signing()
    except MissingSigningError:
        return None
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - an extra

    try:
        ed25519.Ed25519PublicKey.from_public_bytes(key).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def _signing() -> tuple[Any, Any]:
    try:
        from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - an extra
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingSigningError from error
    return ed25519, serialization
