"""Ids that sort by the time of their making (RFC 9562, section 5.7)."""

from __future__ import annotations

from uuid import UUID

RANDOM_BYTES = 10
_RANDOM_A_BITS = 12
_RANDOM_B_BITS = 62
_VERSION = 7
_VARIANT = 0b10


def uuid7(milliseconds: int, randomness: bytes) -> str:
    """Return the UUID of version 7 for a Unix time and ten random bytes, 74 bits of which count.

    >>> uuid7(0x017F22E279B0, bytes.fromhex("0cc318c4dc0c0c07398f"))
    '017f22e2-79b0-7cc3-98c4-dc0c0c07398f'
    """
    if not 0 <= milliseconds < 1 << 48 or len(randomness) != RANDOM_BYTES:
        message = "give a time of 48 bits and ten random bytes"
        raise ValueError(message)
    bits = int.from_bytes(randomness, "big")
    low = bits & ((1 << _RANDOM_B_BITS) - 1)
    high = (bits >> (RANDOM_BYTES * 8 - 16)) & ((1 << _RANDOM_A_BITS) - 1)
    value = milliseconds << 80 | _VERSION << 76 | high << 64 | _VARIANT << 62 | low
    return str(UUID(int=value))
