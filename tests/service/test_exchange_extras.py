from __future__ import annotations

from importlib.metadata import PackageNotFoundError

import pytest

from annotator.service import exchange_extras
from annotator.service.exchange_extras import missing_extra

REQUIRED = [
    "pytest>=8",
    'here>=3,<4; extra == "tables"',
    "gone[fast]>=3; python_version > \"3\" and extra == 'docs'",
    'here; extra == "docs"',
]


@pytest.fixture
def installed(monkeypatch):
    def distribution(name):
        if name == "gone":
            raise PackageNotFoundError(name)

    monkeypatch.setattr(exchange_extras, "requires", lambda _package: REQUIRED)
    monkeypatch.setattr(exchange_extras, "distribution", distribution)


@pytest.mark.usefixtures("installed")
def test_an_extra_is_missing_where_one_of_its_libraries_is():
    assert missing_extra("docs") == 'pip install "fact-annotator[docs]"'
    assert missing_extra("tables") == ""
    assert missing_extra("unheard-of") == ""


def test_what_was_not_installed_as_a_package_is_whole(monkeypatch):
    def requires(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(exchange_extras, "requires", requires)
    assert missing_extra("tables") == ""
