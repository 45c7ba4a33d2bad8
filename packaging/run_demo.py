"""Start the demo: in a window where a display can be opened, headless otherwise."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = "build/demo"
INVISIBLE = ("offscreen", "minimal", "vnc", "linuxfb")
PROBE = "from PySide6.QtWidgets import QApplication; QApplication([])"


def main() -> int:
    """Run the demo and return its exit code."""
    os.chdir(ROOT)
    command = [str(Path(sys.executable).parent / "annotator"), "demo"]
    obstacle = why_no_window()
    if obstacle:
        print(f"{obstacle}, so the demo runs without a window; its files are in {FOLDER}.")
        command += ["--headless", FOLDER]
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.stdout.flush()
    return subprocess.run(command, check=False).returncode


def why_no_window() -> str:
    """Return why no window can be seen here, an empty string when one can."""
    if sys.platform != "linux":
        return ""
    displays = [name for name in ("WAYLAND_DISPLAY", "DISPLAY") if os.environ.get(name)]
    if not displays:
        return "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(INVISIBLE):
        return "QT_QPA_PLATFORM asks for no visible window"
    probe = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, check=False)
    if probe.returncode != 0:
        return f"The display named in {' and '.join(displays)} cannot be opened"
    return ""


if __name__ == "__main__":
    sys.exit(main())
