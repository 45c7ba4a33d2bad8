"""Make the documentation's pictures: the real window on the sample project, without a screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "images"
# Each picture has a process of its own, since Qt reads the scale once.
PICTURE = """
import sys
from pathlib import Path
from annotator.gui.demo import Shot, picture
project, target, theme, scale, article, sentence, tool = sys.argv[1:]
shot = Shot(theme, float(scale), article=int(article), sentence=int(sentence), tool=tool)
picture(Path(project), Path(target), shot)
"""
REVIEWER = {"id": "01936f2c-5b00-7a41-9c1e-6f0a7d3e8bff", "name": "Olena"}
PICTURES = {
    "window-light": ("light", "1", "0", "3", ""),
    "window-dark": ("dark", "1", "0", "3", ""),
    "window-right-to-left": ("light", "1", "1", "1", ""),
    "window-high-contrast": ("high-contrast", "1", "0", "3", ""),
    "highlights-light": ("light", "1", "0", "3", "highlights"),
    "history-dark": ("dark", "1", "0", "3", "history"),
    "codebook-light": ("light", "1", "0", "3", "codebook"),
    "search-light": ("light", "1", "0", "3", "search"),
}


def sample_project(folder: Path) -> tuple[Path, dict[str, str]]:
    """Make the sample project in a folder; return it, and the environment that it is shown in."""
    environment = os.environ | {"ANNOTATOR_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    profile = folder / "config" / "profile.json"
    profile.parent.mkdir(parents=True)
    profile.write_text(json.dumps(REVIEWER), encoding="utf-8")
    project = folder / "Harbour desk.factproj"
    demo = ["-m", "annotator", "demo", "--headless", str(folder), "--project", str(project)]
    subprocess.run([sys.executable, *demo], env=environment, check=True)
    return project, environment


def main() -> None:
    """Write every picture anew."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        project, environment = sample_project(Path(folder))
        for name, how in PICTURES.items():
            target = TARGET / f"{name}.png"
            words = [sys.executable, "-c", PICTURE, str(project), str(target), *how]
            subprocess.run(words, env=environment, check=True)
            print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
