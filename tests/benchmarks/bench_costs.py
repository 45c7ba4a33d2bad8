"""Count what changes in the window send to the file and paint, under few and many highlights."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from tests.gui.conftest import Hands
from tests.gui.costs import costs, measured_window

from annotator.gui.launch import qt_application
from annotator.gui.theme import ThemeChoice
from annotator.gui.ui_zoom import set_ui_font


def main() -> int:
    """Count, and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="50,50000", help="numbers of highlights")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    _application = qt_application()
    set_ui_font()
    themes = ThemeChoice("light")
    themes.apply()
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        # Settings and journals of the one who measures are left alone.
        os.environ["ANNOTATOR_HOME"] = str(Path(folder) / "home")
        for size in map(int, options.sizes.split(",")):
            path = Path(folder) / f"{size}.factproj"
            with measured_window(themes, path, size) as window:
                counted = costs(window, Hands(window)).items()
            told = {name: [len(statements), blocks] for name, (statements, blocks) in counted}
            figures.append({"highlights": size, "costs": told})
            print(size, told, flush=True)
    options.out.write_text(json.dumps(figures), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
