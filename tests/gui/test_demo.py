from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from annotator.gui.demo import PictureError, Shot, picture
from annotator.gui.theme import load_theme


@pytest.fixture
def closed_project(project, project_path):
    project.close()
    return project_path


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_shows_the_window_in_its_theme(qapp, closed_project, tmp_path, theme):
    target = tmp_path / "window.png"
    picture(closed_project, target, Shot(theme, size=(1000, 700)))
    image = QImage(str(target))
    assert (image.width(), image.height()) == (1000, 700)
    assert QColor(image.pixel(20, 690)) == load_theme(theme).side


def test_a_picture_that_cannot_be_written_is_told(qapp, closed_project, tmp_path):
    with pytest.raises(PictureError, match="no-folder"):
        picture(closed_project, tmp_path / "no-folder" / "window.png")
