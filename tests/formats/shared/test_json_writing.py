from __future__ import annotations

import io
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.exchange_errors import CannotWriteError
from annotator.formats.shared import json_writing
from annotator.formats.shared.json_lines import written
from annotator.formats.shared.json_writing import Json, write_line, write_object

VALUES = st.none() | st.integers() | st.text() | st.dictionaries(st.text(), st.text(), max_size=2)


@settings(max_examples=30)
@given(st.dictionaries(st.text(), st.lists(VALUES, max_size=3) | st.text(), max_size=3))
def test_what_is_written_piece_by_piece_is_what_is_written_at_once(value):
    target, line = io.StringIO(), io.StringIO()
    streamed = {
        name: iter([Json(written(one)) for one in each]) if isinstance(each, list) else each
        for name, each in value.items()
    }
    write_object(target, {"inner": iter([streamed])}, form="A test")
    write_line(line, value, form="A test")
    assert target.getvalue() == written({"inner": [value]})
    assert line.getvalue() == written(value) + "\n"


@pytest.mark.parametrize("write", [write_line, write_object])
def test_what_could_not_be_read_again_is_refused_before_it_is_all_written(write):
    target = io.StringIO()
    endless = iter(lambda: "word", None)
    with (
        patch.object(json_writing, "LONGEST_OBJECT", 100),
        pytest.raises(CannotWriteError, match="so many highlights"),
    ):
        write(target, {"spans": endless}, form="A test")
    assert len(target.getvalue()) < 120
