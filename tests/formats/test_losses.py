from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from tests.examples import share
from tests.formats.full_project import full_project, full_projects
from tests.formats.losing import assert_losses_are_true

from annotator.bootstrap import surroundings
from annotator.gui.pdf_report import print_report
from annotator.service import printing

WRITTEN = [
    pytest.param(form, variant, id=f"{form.name} {variant}".strip())
    for form in sorted(surroundings().formats(), key=lambda one: one.name)
    if form.writes
    for variant in ("", *form.variants)
    if variant != "docbin"
]


@pytest.fixture(autouse=True)
def _printer(qapp, monkeypatch):
    monkeypatch.setattr(printing, "_lent", [print_report])


@pytest.mark.parametrize(("form", "variant"), WRITTEN)
def test_all_that_a_full_project_loses_is_told(tmp_path, form, variant):
    assert_losses_are_true(form, variant, full_project(), tmp_path / "x")


@pytest.mark.parametrize(("form", "variant"), WRITTEN)
@given(made=full_projects())
@settings(max_examples=share(20), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_told_is_lost_and_nothing_else(tmp_path_factory, form, variant, made):
    assert_losses_are_true(form, variant, made, tmp_path_factory.mktemp("lost") / "x")
