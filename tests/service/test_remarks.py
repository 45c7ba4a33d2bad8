from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import asdict
from pathlib import Path
from string import Formatter

import pytest

from annotator.core.file_errors import MissingFileError
from annotator.service.incoming import Told
from annotator.service.remarks import Remark, said_of


def fields_of(remark):
    return {name for _, name, _, _ in Formatter().parse(remark.value) if name}


@pytest.mark.parametrize("remark", Remark)
def test_a_remark_is_its_english_sentence_and_knows_of_what_it_is_made(remark):
    fields = {name: f"<{name}>" for name in fields_of(remark)}
    said = remark.of(**fields)
    assert said == remark.value.format(**fields)
    assert (said.kind, said.fields, said.error) == (remark, fields, None)


def test_a_remark_goes_into_json_as_its_sentence():
    told = asdict(Told("line 1", Remark.ID_AGAIN.of(id="{7}")))
    assert json.loads(json.dumps(told))["what"] == "the id {7} is there already"
    assert deepcopy(Remark.LOST.of()).kind is Remark.LOST


def test_what_an_error_says_keeps_the_error():
    error = MissingFileError(Path("a.csv"))
    said = said_of(error)
    assert said == str(error)
    assert said.error is error
