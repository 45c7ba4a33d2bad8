from __future__ import annotations

import zipfile

import pytest

from annotator.core.document_errors import RefusedArchiveError
from annotator.core.exchange_errors import CannotWriteError
from annotator.core.file_errors import MissingFileError, UnwritableFileError
from annotator.formats.shared import packing as packing_module
from annotator.formats.shared.packing import packing
from annotator.service.reading import archive
from annotator.service.reading.archive import opened_packed


def test_what_is_packed_is_unpacked_piece_by_piece(tmp_path):
    target = tmp_path / "a.zip"
    with packing(target, form="x") as file, file.text("b/c.txt") as text:
        text.write("line\r\nsecond ☂\n")
    with opened_packed(target, wanted="archive") as found:
        assert b"".join(found.chunks("b/c.txt")) == "line\r\nsecond ☂\n".encode()


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(UnwritableFileError), packing(tmp_path, form="x"):
        pass


def test_no_more_is_written_than_would_be_read_again(tmp_path, monkeypatch):
    monkeypatch.setattr(packing_module, "LARGEST_PACKED", 3)
    with (
        pytest.raises(CannotWriteError),
        packing(tmp_path / "a.zip", form="x") as file,
        file.text("a") as text,
    ):
        text.write("word")


def test_archives_with_too_much_in_them_are_refused(tmp_path, monkeypatch):
    target = tmp_path / "a.zip"
    with zipfile.ZipFile(target, "w") as file:
        for number in range(3):
            file.writestr(str(number), "word")
    monkeypatch.setattr(archive, "MOST_PACKED", 2)
    with pytest.raises(RefusedArchiveError, match="more than 2 files"), _opened(target):
        pass
    monkeypatch.setattr(archive, "MOST_PACKED", 3)
    monkeypatch.setattr(archive, "LARGEST_PACKED", 11)
    with pytest.raises(RefusedArchiveError, match="holds more than"), _opened(target):
        pass
    with pytest.raises(MissingFileError), _opened(tmp_path / "none.zip"):
        pass


def _opened(path):
    return opened_packed(path, wanted="archive")
