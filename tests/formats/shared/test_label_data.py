"""Formats that hold a codebook hold all of every label, whatever it is called."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from tests.core.codebooks import codebooks
from tests.examples import share
from tests.formats.round_trips import came_back, written
from tests.formats.sending import sent

from annotator.core.foreign_values import ForeignLabel
from annotator.formats.brat import BratFormat
from annotator.formats.label_studio import LabelStudioFormat
from annotator.formats.project_jsonl import ProjectJsonlFormat
from annotator.formats.refi_codebook import RefiCodebookFormat
from annotator.formats.refi_qda import RefiQdaFormat

FORMS = (
    BratFormat(),
    LabelStudioFormat(),
    ProjectJsonlFormat(),
    RefiCodebookFormat(),
    RefiQdaFormat(),
)
_SAME = {one.name for one in fields(ForeignLabel)} - {"color", "parent", "place"}


@pytest.mark.parametrize("form", FORMS, ids=lambda one: one.name)
@given(made=codebooks())
@settings(max_examples=share(6))
def test_a_codebook_comes_back_as_it_was(form, made, tmp_path_factory):
    if not made.labels:
        return
    target = tmp_path_factory.mktemp("labels") / f"out{form.suffixes[0]}"
    written(form, replace(sent(), codebook=made), target)
    file, _ = came_back(form, target)
    assert file.labels == tuple(
        ForeignLabel(
            **{name: getattr(one, name) for name in _SAME},
            color=one.color_light,
            parent=one.parent_id or "",
        )
        for one in made.labels
    )
    assert file.whole
