from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotator.core import reading_errors
from annotator.core.errors import Kind
from annotator.core.file_errors import FileProblemError

PATH = Path("folder") / "page.html"
MORE = {
    "MissingExtraError": {"what": "web pages", "extra": "html"},
    "ReaderTooSlowError": {"seconds": 60.0},
    "ReaderCrashedError": {"reader": "web page", "report": "exit code 1"},
    "UnknownEncodingError": {"encoding": "klingon"},
    "WrongEncodingError": {"encoding": "UTF-8", "position": 7},
    "DamagedMarkupError": {"reason": "it is nested too deeply"},
}
CLASSES = [
    one
    for one in vars(reading_errors).values()
    if isinstance(one, type)
    and issubclass(one, FileProblemError)
    and one.__module__ == reading_errors.__name__
]


@pytest.mark.parametrize("error_class", CLASSES, ids=lambda one: one.__name__)
def test_an_error_is_one_sentence_with_the_file_and_a_remedy(error_class):
    more = MORE.get(error_class.__name__, {})
    error = error_class(PATH, **more)
    assert re.fullmatch(r"[^\n]+(\w\.|\[html\]\")", str(error))
    assert str(error).startswith(f"{PATH} ")
    assert re.search(r"; \w+ \w+", str(error))
    assert all(getattr(error, name) == value for name, value in more.items())
    assert error.kind is Kind.WORLD
