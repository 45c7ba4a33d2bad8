from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotator.core import document_errors
from annotator.core.errors import Kind
from annotator.core.file_errors import FileProblemError

PATH = Path("folder") / "report.docx"
MORE = {
    "WrongFormatError": {"wanted": "PDF"},
    "DamagedDocumentError": {"part": "page 7", "reason": "it cannot be followed"},
    "RefusedArchiveError": {"reason": "it holds a link"},
    "NoTextLayerError": {"pages": 2},
    "TooManyPagesError": {"pages": 2_001, "limit": 2_000},
}
CLASSES = [
    one for one in vars(document_errors).values() if one in FileProblemError.__subclasses__()
]


@pytest.mark.parametrize("error_class", CLASSES, ids=lambda one: one.__name__)
def test_an_error_is_one_sentence_with_the_file_and_a_remedy(error_class):
    more = MORE.get(error_class.__name__, {})
    error = error_class(PATH, **more)
    assert re.fullmatch(r"[^\n]+\w\.", str(error))
    assert str(error).startswith(f"{PATH} ")
    assert re.search(r"; \w+ \w+", str(error))
    assert all(getattr(error, name) == value for name, value in more.items())
    assert error.kind is Kind.WORLD
