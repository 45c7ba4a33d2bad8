from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotator.core import message_errors, table_errors
from annotator.core.errors import Kind
from annotator.core.file_errors import FileProblemError

PATH = Path("folder") / "news.csv"
MORE = {
    "NoColumnsError": {"reader": "plain text"},
    "NoTextColumnError": {"columns": ("a", "b")},
    "NoTextsInSheetError": {"sheet": "Notes", "columns": ("a", "b")},
    "NoSuchColumnError": {"column": "c", "columns": ("a", "b")},
    "NoSuchFieldError": {"field": "c", "fields": ("text", "title")},
    "TooLargeDumpError": {"size": 10**9, "limit": 5 * 10**8},
    "DamagedDumpError": {"place": "item 7", "reason": "it is cut off"},
    "DamagedRowError": {"place": "row 7", "reason": "it has 5 cells for 4 columns"},
    "EmptyRowError": {"place": "row 7"},
    "UnsayableRowError": {"place": "row 7", "position": 12},
    "BrokenPartError": {"place": "record 7", "reason": "shows no article; read it whole."},
}
CLASSES = [
    one
    for module in (table_errors, message_errors)
    for one in vars(module).values()
    if isinstance(one, type)
    and issubclass(one, FileProblemError)
    and one.__module__ == module.__name__
]


@pytest.mark.parametrize("error_class", CLASSES, ids=lambda one: one.__name__)
def test_an_error_is_one_sentence_with_the_file_the_place_and_a_remedy(error_class):
    more = MORE.get(error_class.__name__, {})
    error = error_class(PATH, **more)
    assert re.fullmatch(r"[^\n]+\w\.", str(error))
    assert str(error).startswith(f"{PATH} ")
    assert re.search(r"; \w+ \w+", str(error))
    assert all(getattr(error, name) == value for name, value in more.items())
    assert more.get("place", "") in str(error)
    assert error.kind is Kind.WORLD


def test_names_out_of_a_file_cannot_break_the_sentence():
    error = table_errors.NoTextColumnError(PATH, columns=("a\nb", "\ud800" + "c" * 99))
    assert f"(it has “a?b”, “?{'c' * 59}…”);" in str(error)


def test_a_table_of_many_columns_names_the_first_of_them():
    error = table_errors.NoTextColumnError(PATH, columns=tuple(f"c{n}" for n in range(40)))
    assert "“c29” and 10 more);" in str(error)
