"""A real X display with the real program on it, driven by keys as a person would press them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time

from annotator.bootstrap import open_project

PATIENCE = 40.0


def why_not():
    """Tell what is missing for a real display, an empty string if nothing."""
    missing = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    return f"{' and '.join(missing)} not installed" if missing else ""


def until(condition, what):
    """Wait for a condition and return what it gave; fail after a generous while."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f"in vain waited until {what}")


class Desktop:
    """One X display; ``start`` runs the program on a project, ``press`` sends keys to it."""

    def __init__(self, project, home):
        self.project, self.home = project, home
        # Without -noreset the server starts anew whenever its last client leaves, which every
        # call of xdotool may be, and refuses whoever connects in that moment.
        self.server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1440x900x24",
                "-noreset",
                "-nolisten",
                "tcp",
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        display = f":{self.server.stdout.readline().strip()}"
        self.environment = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "ANNOTATOR_HOME": str(home),
        }
        self.program = None

    @property
    def title(self):
        """The window's title once the project is open behind it."""
        return f"^{self.project.stem} .* Fact Annotator$"

    def start(self, *words):
        """Start the program and wait until its project is open."""
        self.program = subprocess.Popen(
            [sys.executable, "-m", "annotator", "--project", str(self.project), *words],
            env=self.environment,
        )
        self.focus(self.title)

    def window(self, title):
        """Return the id of a visible window, or an empty string."""
        found = self._xdotool("search", "--onlyvisible", "--name", title)
        return found.splitlines()[-1] if found else ""

    def focus(self, title):
        """Give a window the keyboard, as a window manager would."""
        window = until(lambda: self._window_unless_ended(title), f"a window “{title}” is shown")
        self._xdotool("windowfocus", "--sync", window)
        return window

    def _window_unless_ended(self, title):
        assert self.program.poll() is None, f"the program ended with {self.program.returncode}"
        return self.window(title)

    def press(self, *keys):
        """Press keys one after the other."""
        for key in keys:
            self._xdotool("key", "--clearmodifiers", key)

    def type(self, text):
        """Type a text."""
        self._xdotool("type", "--clearmodifiers", text)

    def ask(self, question):
        """Ask the project file, through a second process's eyes, what it holds."""
        if not self.project.exists():
            return None
        project = open_project(self.project, create=False)
        try:
            return question(project.queries)
        finally:
            project.close()

    def highlights(self):
        """Return the number of highlights on disk."""
        stats = self.ask(lambda queries: queries.stats())
        return stats.highlights if stats else 0

    def picture(self, target):
        """Save what the display shows, where the tool for it is installed."""
        if shutil.which("import"):
            subprocess.run(
                ["import", "-window", "root", str(target)], env=self.environment, check=True
            )

    def quit(self):
        """Leave the program by its key and wait for its end."""
        self.press("ctrl+q")
        assert self.program.wait(PATIENCE) == 0
        self.program = None

    def close(self):
        """End what was started."""
        for process in (self.program, self.server):
            if process is not None:
                process.terminate()
                process.wait(PATIENCE)
        self.server.stdout.close()

    def _xdotool(self, *words):
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip()
