from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotator.core.errors import Kind
from annotator.core.exchange_errors import (
    CannotWriteError,
    DamagedAnnotationsError,
    MissingWriterError,
    NoColumnForError,
    NotAnnotationsError,
)

PATH = Path("folder") / "week.json"
ERRORS = [
    DamagedAnnotationsError(PATH, place="task 7", reason="its end is before its start"),
    NotAnnotationsError(PATH, wanted="Label Studio"),
    NoColumnForError(PATH, field="label", columns="“a”, “b”"),
    CannotWriteError("a text of 40,000 characters", form="Excel", remedy="export it as CSV"),
    MissingWriterError("spaCy's binary files", extra="spacy"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda one: type(one).__name__)
def test_an_error_is_one_sentence_with_a_remedy(error):
    assert re.fullmatch(r"[^\n]+\w\.", str(error))
    assert re.search(r"; \w+ \w+", str(error))
    assert error.kind is Kind.WORLD


@pytest.mark.parametrize("error", ERRORS[:3], ids=lambda one: type(one).__name__)
def test_an_error_of_a_file_names_it(error):
    assert str(error).startswith(f"{PATH} ")
