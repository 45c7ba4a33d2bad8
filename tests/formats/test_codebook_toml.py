from __future__ import annotations

import pytest

from annotator.core.file_errors import MissingFileError
from annotator.formats.codebook_toml import CodebookFileError, read_codebook
from annotator.paths import resource


def test_the_built_in_codebook_has_the_three_labels_in_order():
    codebook = read_codebook(resource("codebook", "fact-checking.toml"))
    keys = [label.key for label in codebook.labels]
    assert keys == ["official_claim", "analyst_opinion", "humanitarian_concern"]
    assert [label.shortcut for label in codebook.labels] == ["1", "2", "3"]
    assert all(label.definition and label.tests and label.examples for label in codebook.labels)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("revision = ", "Invalid value"),
        ("guideline = 'x'\nlabel = []", "revision is missing"),
        ("revision = 'x'\nguideline = ''\nlabel = []", "invalid literal"),
        ("revision = 1\nguideline = ''\n[[label]]\nid = 'x'", "key is missing"),
        ("revision = 1\nguideline = 5\nlabel = []", "no attribute"),
        ("revision = 1\nguideline = ''\nlabel = 7", "not iterable"),
    ],
)
def test_a_bad_codebook_says_where_it_goes_wrong(tmp_path, text, reason):
    path = tmp_path / "codebook.toml"
    path.write_text(text)
    with pytest.raises(CodebookFileError, match=reason):
        read_codebook(path)


def test_a_missing_codebook_is_named(tmp_path):
    with pytest.raises(MissingFileError, match=r"none\.toml"):
        read_codebook(tmp_path / "none.toml")
