from __future__ import annotations

from tests.conftest import ROOT

from annotator.settings.manual import settings_page
from annotator.settings.table import SETTINGS


def test_the_page_of_settings_is_current():
    assert (ROOT / "docs" / "settings.md").read_text("utf-8") == settings_page()


def test_the_page_tells_every_setting():
    page = settings_page()
    assert [one.key for one in SETTINGS if f"`{one.key}`" not in page] == []
