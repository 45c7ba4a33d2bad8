"""A file that is too large, or all one line, costs the program next to nothing."""

from __future__ import annotations

import pytest
from tests.articles.laws import everything
from tests.articles.samples import POINTS, reader_at

from annotator.articles.reading.apart import Apart, Workers
from annotator.core.errors import AnnotatorError
from annotator.core.file_errors import TooLargeFileError
from annotator.core.reading_errors import ReaderCrashedError
from annotator.core.table_errors import TooLargeDumpError
from annotator.service.article_ports import ReadOptions

GIGABYTE, LONG_LINE = 10**9, 10**7
# Longer is not waited for; what a reader has found by then, or that it was given up, is told.
SECONDS = 1.0
BEGINNINGS = {
    "docx": b"PK\x03\x04",
    "epub": b"PK\x03\x04",
    "feed": b'<rss version="2.0"><channel><item><description>',
    "html": b"<!DOCTYPE html><html><body><p>",
    "json": b'[{"text": "',
    "json-feed": b'{"items": [{"content_text": "',
    "json-lines": b'{"text": "',
    "mail": b"Subject: ",
    "mhtml": b"Content-Type: multipart/related; boundary=",
    "odt": b"PK\x03\x04",
    "pdf": b"%PDF-1.4 ",
    "rtf": b"{\\rtf1 ",
    "web-archive": b"WARC/1.0 ",
    "workbook": b"PK\x03\x04",
}


@pytest.fixture(scope="module")
def workers():
    workers = Workers()
    yield workers
    workers.close()


@pytest.mark.parametrize("point", POINTS)
def test_a_large_file_is_refused_by_its_size_and_a_long_line_within_bounds(
    tmp_path, workers, point
):
    bare = reader_at(point)
    reader = Apart(bare, workers=workers, seconds=SECONDS)
    path = tmp_path / f"a{bare.suffixes[0]}"
    with path.open("wb") as sparse:
        sparse.truncate(GIGABYTE)
    # In this process: not a byte of it is to be read.
    (error,) = everything(bare, path, ReadOptions())
    assert isinstance(error, TooLargeFileError | TooLargeDumpError)
    head = BEGINNINGS.get(point, b"")
    path.write_bytes(head + b"The dam is safe. " * ((LONG_LINE - len(head)) // 17))
    found = everything(reader, path, ReadOptions())
    assert found
    for one in found:
        assert not isinstance(one, ReaderCrashedError)
        if isinstance(one, AnnotatorError):
            assert str(one).startswith(f"{path} ")
            assert len(str(one)) < len(str(path)) + 300
            assert "deep" not in str(one)
        else:
            assert one.text.startswith("The dam is safe. ")
