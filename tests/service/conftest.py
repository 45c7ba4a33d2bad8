from __future__ import annotations

import pytest
from tests.service.dam_text import add_text

from annotator.bootstrap import open_project


@pytest.fixture
def project(new_project, tmp_path):
    opened = open_project(new_project(tmp_path / "facts.factproj"), create=False)
    yield opened
    opened.close()


@pytest.fixture
def article_id(project):
    return add_text(project)
