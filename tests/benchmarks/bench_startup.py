"""Time from process start to painted window, beside a bare Qt window with the same imports.

What is painted first is our window without its parts; when they and the article are there is
told apart. Both programs import QtCore, QtGui and QtWidgets before their first paint.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# Both programs end as soon as the event loop comes round after their first paint.
WATCH = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class FirstPaint(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if not self.seen and event.type() == QEvent.Type.Paint:
            self.seen = True
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        print(time.monotonic_ns(), flush=True)
        done()
"""
BARE = (
    WATCH
    + """
from PySide6 import QtCore, QtGui, QtWidgets
def done(): application.quit()
application = QtWidgets.QApplication([])
application.setStyle("Fusion")
window = QtWidgets.QMainWindow()
window.resize(1440, 900)
watch = FirstPaint()
window.installEventFilter(watch)
window.show()
application.exec()
"""
)
OURS = (
    WATCH
    + """
import annotator.__main__  # the program's own door
from annotator.gui.launch import Launch, qt_application
def done(): QTimer.singleShot(0, until_filled)
def until_filled():
    if launch.program is None or launch.program.window.reviewing.article is None:
        QTimer.singleShot(5, until_filled)
    else:
        launch.shell.grab()
        print(time.monotonic_ns(), flush=True)
        launch.shell.close()
application = qt_application()
launch = Launch()
watch = FirstPaint()
launch.shell.installEventFilter(watch)
launch.shell.show()
application.exec()
"""
)


def timed(code: str, environment: dict[str, str]) -> list[float]:
    """Run one program; return the milliseconds from its start to each time it printed."""
    begin = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return [(int(line) - begin) / 1e6 for line in done.stdout.split()]


def measure(runs: int) -> dict[str, float]:
    """Measure both in turn and return the medians and their ratio."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"ANNOTATOR_HOME": home}
        # An installed program has its bytecode beside it; this may be forbidden here.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        project = str(Path(home, "data", "projects", "My facts.factproj"))
        annotator = [sys.executable, "-m", "annotator"]
        make = [*annotator, "demo", "--headless", home, "--project", project]
        Path(project).parent.mkdir(parents=True)
        subprocess.run(make, env=environment, check=True, capture_output=True)
        for code in (BARE, OURS):  # once unmeasured: compiled files and disk caches
            timed(code, environment)
        bare, painted, filled = [], [], []
        for _ in range(runs):
            bare += timed(BARE, environment)
            first, second = timed(OURS, environment)
            painted.append(first)
            filled.append(second)
    figures = {"bare": bare, "painted": painted, "filled": filled}
    medians = {name: statistics.median(values) for name, values in figures.items()}
    ratios = [ours / theirs for ours, theirs in zip(painted, bare, strict=True)]
    return medians | {"ratio": statistics.median(ratios), "runs": runs}


def main() -> None:
    """Measure, print, and write JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    result = measure(options.runs)
    print(json.dumps(result, indent=2))
    if options.out:
        options.out.write_text(json.dumps(result))


if __name__ == "__main__":
    main()
