from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotator.core import project_errors
from annotator.core.errors import Kind
from annotator.core.project_errors import ProjectFileError

PATH = Path("folder") / "facts.factproj"
MORE = {
    "ProjectUnreadableError": {"reason": "Permission denied"},
    "ProjectUnmakeableError": {"reason": "Permission denied"},
    "ProjectPlaceError": {"reason": "File name too long"},
    "ForeignSchemaError": {"names": ("trigger birds",)},
    "NewerProjectError": {"found": "7", "known": "1"},
    "DamagedProjectError": {"place": "page 7"},
    "WaitedInVainError": {"count": 2},
    "ProjectDeviceError": {"reason": "disk I/O error"},
    "BackupFailedError": {"backup": Path("backup"), "reason": "no space"},
    "ProfileUnwritableError": {"reason": "Permission denied"},
}
CLASSES = [one for one in vars(project_errors).values() if one in ProjectFileError.__subclasses__()]


@pytest.mark.parametrize("error_class", CLASSES, ids=lambda one: one.__name__)
def test_an_error_is_one_sentence_with_the_file_and_a_remedy(error_class):
    more = MORE.get(error_class.__name__, {})
    error = error_class(PATH, **more)
    assert re.fullmatch(r"[^\n]+\w\.", str(error))
    assert str(PATH) in str(error)
    assert re.search(r": \w+ \w+", str(error))
    assert all(getattr(error, name) == value for name, value in more.items())
    assert error.kind is Kind.WORLD
