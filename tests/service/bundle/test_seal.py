from __future__ import annotations

import io

import pytest

from annotator.service.bundle import seal


def sealed(data):
    file = io.BytesIO(data + seal.OPEN)
    seal.seal(file)
    return file.getvalue()


def test_what_was_sealed_is_sealed_and_nothing_else_is():
    data = sealed(b"some archive")
    assert seal.is_sealed(io.BytesIO(data))
    for at in range(len(data)):
        flipped = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        assert not seal.is_sealed(io.BytesIO(flipped)), at
    assert not seal.is_sealed(io.BytesIO(data + b"\n"))


@pytest.mark.parametrize("data", [b"", b"0" * 64, b"some archive" + seal.OPEN])
def test_what_was_never_sealed_is_not(data):
    assert not seal.is_sealed(io.BytesIO(data))
