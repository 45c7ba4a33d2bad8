from __future__ import annotations

import json

import pytest

from annotator.articles.json_lines import JsonLinesReader
from annotator.articles.plain_text import PlainTextReader
from annotator.core.file_errors import EncodingError
from annotator.service.article_ports import Doubt, ReadOptions

TEXTS = [
    ("iso2022_jp", "ISO-2022-JP", "ダムは安全だと発表した。\n誰も来なかった。"),
    ("iso2022_jp_2", "ISO-2022-JP-2", "ダムは安全だ。대수도。"),
    ("iso2022_kr", "ISO-2022-KR", "댐은 안전하다고 발표했다.\n아무도 오지 않았다."),
    ("hz", "HZ", "大坝是安全的。\nNobody came."),
]


def read(path, reader=PlainTextReader, **options):
    (found,) = reader().read(path, ReadOptions(**options))
    return found


@pytest.mark.parametrize(("codec", "name", "text"), TEXTS)
def test_letters_written_in_seven_bits_are_read_and_doubted(tmp_path, codec, name, text):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(codec))
    found = read(path)
    assert (found.text, found.source.encoding) == (text, name)
    assert found.doubts == (Doubt.ENCODING,)
    assert "UTF-8" in found.encodings
    assert all(read(path, encoding=one).text for one in (name, *found.encodings))


@pytest.mark.parametrize(("codec", "name", "text"), TEXTS)
def test_so_they_are_in_dumps(tmp_path, codec, name, text):
    path = tmp_path / "a.jsonl"
    row = json.dumps({"text": text, "title": "x"}, ensure_ascii=False) + "\n"
    path.write_bytes(row.encode(codec))
    found = read(path, JsonLinesReader)
    assert (found.text, found.source.encoding) == (text, name)
    assert Doubt.ENCODING in found.doubts


@pytest.mark.parametrize(
    "text",
    [
        "A field ~{name} of a form, in a task, and ~} at last.",
        "\x1b[1mBold\x1b(B\x1b[m words of a terminal, kept as they came from its record.",
        "Cost: $5 ~ 10~.",
        "~{ and ~} and Łódź",
    ],
)
def test_what_only_looks_like_them_is_utf_8_without_a_doubt(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    found = read(path)
    assert (found.text, found.doubts) == (text, ())


def test_chinese_that_nobody_here_reads_is_refused_and_not_taken_for_another(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"Dam: \x1b$)A\x0e4s0S02H+\x0f.\n")
    with pytest.raises(EncodingError, match="position 5"):
        read(path)
