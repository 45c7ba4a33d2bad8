from __future__ import annotations

import pytest
from hypothesis import given
from tests.core.codebooks import codebooks

from annotator.core.claim_fields import DEFAULT_VERDICTS
from annotator.core.file_errors import FolderError, MissingFileError
from annotator.formats.codebook_toml import (
    CodebookFileError,
    codebook_text,
    parse_codebook,
    read_codebook,
    write_codebook,
)
from annotator.paths import resource

GOOD = """
revision = 1
guideline = ""
[[label]]
id = "01936f2c-5b00-7a41-9c1e-6f0a7d3e8b01"
key = "one"
name = "One"
letter = "O"
color_light = "#0072B2"
color_dark = "#56B4E9"
line = "solid"
"""


def test_the_built_in_codebook_has_the_three_labels_in_order():
    codebook = read_codebook(resource("codebook", "fact-checking.toml"))
    keys = [label.key for label in codebook.labels]
    assert keys == ["official_claim", "analyst_opinion", "humanitarian_concern"]
    assert [label.shortcut for label in codebook.labels] == ["1", "2", "3"]
    assert all(label.definition and label.tests and label.examples for label in codebook.labels)
    assert codebook.verdicts == DEFAULT_VERDICTS


@given(codebooks())
def test_what_is_written_is_read_again(codebook):
    assert parse_codebook(codebook_text(codebook)) == codebook


def test_a_file_is_written_whole_and_read_again(tmp_path):
    codebook = read_codebook(resource("codebook", "fact-checking.toml"))
    path = tmp_path / "codebook.toml"
    write_codebook(codebook, path)
    assert read_codebook(path) == codebook
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_codebook(path) == codebook


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("revision = 1\nguideline", r"at end of document"),
        ("revision = x\nguideline = ''", r"at line 1, column 12"),
        ("guideline = 'x'\nlabel = []", "revision is missing"),
        ("revision = 'x'\nguideline = ''\nlabel = []", "revision must be a whole number"),
        ("revision = true\nguideline = ''\nlabel = []", "revision must be a whole number"),
        ("revision = 0\nguideline = ''\nlabel = []", "1 or more"),
        ("revision = 1\nguideline = ''\n[[label]]\nid = 'x'", "line 3, label 1: key is missing"),
        ("revision = 1\nguideline = 5\nlabel = []", "guideline must be a text"),
        ("revision = 1\nguideline = ''\nlabel = 7", "label must be a list"),
        ("revision = 1\nguideline = ''\nlabel = [7]", "label 1: it must be a table"),
        (f"{GOOD}tests = 'x'", r"line 4, label 1 \(one\): tests must be a list"),
        (f"{GOOD}tests = [1]", "tests must be a list of texts"),
        (f"{GOOD}fields = ['mood']", r"label 1 \(one\): .*no field mood"),
        (f"{GOOD}examples = [4]", "an example must be"),
        (f"{GOOD}examples = [{{text = 'x', fits = 1, because = ''}}]", "fits must be true or"),
        (GOOD.replace("solid", "thick"), "“thick” is no line style"),
        (GOOD.replace("#0072B2", "blue"), "“blue” is no color"),
        (f"{GOOD}{GOOD[GOOD.index('[[') :]}", "belongs to the label “One” already"),
        (GOOD.replace("guideline", "verdicts = ['a', 'A']\nguideline"), "is listed twice"),
        ("a = " + "[" * 5000, "codebook"),
    ],
)
def test_a_bad_codebook_says_where_it_goes_wrong(tmp_path, text, reason):
    path = tmp_path / "codebook.toml"
    path.write_text(text)
    with pytest.raises(CodebookFileError, match=reason):
        read_codebook(path)


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"#" * 4_000_001], ids=["no text", "too large"])
def test_what_is_no_text_at_all_is_no_codebook(tmp_path, raw):
    path = tmp_path / "codebook.toml"
    path.write_bytes(raw)
    with pytest.raises(CodebookFileError):
        read_codebook(path)


def test_a_missing_codebook_is_named(tmp_path):
    with pytest.raises(MissingFileError, match=r"none\.toml"):
        read_codebook(tmp_path / "none.toml")
    with pytest.raises(FolderError):
        read_codebook(tmp_path)
