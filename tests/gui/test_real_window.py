from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.gui.real_desktop import Desktop, until, why_not

from annotator.bootstrap import open_project
from annotator.paths import resource

pytestmark = [pytest.mark.xvfb, pytest.mark.skipif(bool(why_not()), reason=why_not())]

# Another article can be tried by naming it; pictures go beside it where a folder is named.
ARTICLE = Path(
    os.environ.get("ANNOTATOR_TRY_ARTICLE", resource("sample", "dam-at-ostrava-ford.txt"))
)
PICTURES = os.environ.get("ANNOTATOR_TRY_PICTURES")


@pytest.fixture
def desktop(tmp_path, annotator_home):
    project = tmp_path / "desk.factproj"
    open_project(project, create=True).close()
    desktop = Desktop(project, annotator_home)
    yield desktop
    desktop.close()


def picture(desktop, name):
    if PICTURES:
        desktop.picture(Path(PICTURES, f"{name}.png"))


def test_five_tags_less_one_undone_are_there_after_a_restart(desktop):
    desktop.start()
    desktop.press("ctrl+o")
    desktop.focus("Open articles")
    desktop.type(str(ARTICLE))
    desktop.press("Return")
    until(lambda: desktop.ask(lambda queries: queries.articles()), "the article is in the project")
    desktop.focus(desktop.title)
    for number, keys in enumerate(["1", "Down 2", "j 3", "Down 1", "Shift+Down 3"], start=1):
        desktop.press(*keys.split())
        until(lambda wanted=number: desktop.highlights() == wanted, f"{number} tags are on disk")
    picture(desktop, "tagged")
    desktop.press("ctrl+z")
    until(lambda: desktop.highlights() == 4, "the last tag is undone on disk")
    desktop.quit()

    desktop.start()
    until(lambda: desktop.highlights() == 4, "the file still holds four")
    labels = desktop.ask(lambda queries: queries.stats().by_label)
    assert labels == {"official_claim": 2, "analyst_opinion": 1, "humanitarian_concern": 1}
    desktop.press("ctrl+shift+z")
    until(lambda: desktop.highlights() == 5, "what was undone before the restart is redone")
    picture(desktop, "restarted")
    desktop.quit()
