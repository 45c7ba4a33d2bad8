from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotator.core.errors import Kind
from annotator.core.saving_errors import NotSavedError, SavingFirstError

PATH = Path("folder") / "facts.factproj"


@pytest.mark.parametrize("error", [NotSavedError(PATH, 2), SavingFirstError(PATH)])
def test_a_change_that_waits_is_told_of_in_one_sentence_with_the_file_and_a_remedy(error):
    assert re.fullmatch(r"[^\n]+: \w+ \w+[^\n]+\w\.", str(error))
    assert str(PATH) in str(error)
    assert error.path == PATH
    assert error.kind is Kind.ANSWER
