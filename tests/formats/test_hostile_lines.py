"""Whatever is in a file of lines or a table, reading it tells what is wrong and goes on."""

from __future__ import annotations

import json
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import share
from tests.formats.rich_project import rich_project
from tests.formats.round_trips import USUAL, written

from annotator.core.errors import AnnotatorError
from annotator.core.foreign_values import ForeignArticle
from annotator.formats.argilla import ArgillaFormat
from annotator.formats.doccano import DoccanoFormat
from annotator.formats.jsonl import JsonlFormat
from annotator.formats.ner_annotator import NerAnnotatorFormat
from annotator.formats.prodigy import ProdigyFormat
from annotator.formats.separated_values import CsvFormat, TsvFormat

FORMS = [ArgillaFormat(), DoccanoFormat(), JsonlFormat(), NerAnnotatorFormat(), ProdigyFormat(),
         CsvFormat(), TsvFormat()]  # fmt: skip
KEYS = ["type", "text", "data", "spans", "label", "labels", "entities", "annotations", "fields",
        "responses", "suggestions", "value", "values", "start", "end", "meta", "metadata", "id",
        "article_id", "text_sha256", "quote", "claim", "cue", "unplaced", "authors", "offset_unit",
        "start_offset", "end_offset", "evidence", "user_id", "status", "reviewers",
        "classes"]  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 9) | st.floats() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
        | st.tuples(st.integers(-1, 4), st.integers(-1, 4), st.just("A")).map(list)
    ),
    max_leaves=12,
)
RECORDS = st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8), max_size=3)


def exhausted(form, path, data):
    """Read all that bytes have, as a program would that first asks whose they are."""
    path.write_bytes(data)
    form.fits(path, data[:4096])
    try:
        items = list(form.read(path, USUAL).items())
    except AnnotatorError:
        return
    assert all(isinstance(one, AnnotatorError | ForeignArticle) for one in items)
    spans = (span for one in items if isinstance(one, ForeignArticle)
             for each in one.highlights for span in each.spans)  # fmt: skip
    assert all(0 <= start <= end for start, end in spans)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@given(records=RECORDS, lines=st.booleans())
@settings(max_examples=share(4))
def test_strange_values_do_no_harm(form, tmp_path_factory, records, lines):
    found = [json.dumps(one) for one in records]
    text = "\n".join(found) if lines else f"[{','.join(found)}]"
    exhausted(form, tmp_path_factory.getbasetemp() / f"strange {form.name}", text.encode())
    pairs = json.dumps({"classes": ["A"], "annotations": [["a", one] for one in records]})
    exhausted(form, tmp_path_factory.getbasetemp() / f"strange {form.name}", pairs.encode())


@lru_cache
def file_of(form, path):
    """A whole file, written once."""
    written(form, rich_project(), path)
    return path.read_bytes()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@given(data=st.data())
@settings(max_examples=share(4))
def test_files_that_were_spoiled_do_no_harm(form, tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / f"spoiled {form.name}"
    whole = file_of(form, path)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    put = data.draw(
        st.binary(max_size=4) | st.sampled_from([b'"', b"\n", b"{", b"]", b"-1", b"\0"])
    )
    exhausted(form, path, whole[:start] + put + whole[end:])
