"""The system's own packages that Qt and the tests need, and their installation through apt."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# Tried on a bare Debian 12; the xcb list also serves a virtual display.
LIBRARIES = {
    "offscreen": [
        "libgl1",
        "libegl1",
        "libfontconfig1",
        "libglib2.0-0",
        "libdbus-1-3",
        "libxkbcommon0",
        "fonts-dejavu-core",
        "fonts-noto-color-emoji",
    ],
    "xcb": [
        "libxkbcommon-x11-0",
        "libxcb-cursor0",
        "libxcb-icccm4",
        "libxcb-keysyms1",
        "libxcb-shape0",
    ],
    "wayland": ["libwayland-cursor0", "libwayland-egl1"],
}
# Newer systems renamed some packages when time stamps grew to 64 bits.
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}
TEST_TOOLS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "update-mime-database": "shared-mime-info",
    "gio": "libglib2.0-bin",
}

# Prints a line "platform: what is missing" for each platform named that cannot be loaded.
PROBE = """
import ctypes, glob, os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QLibraryInfo
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
QLabel("probe").grab()
plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
for platform in sys.argv[1:]:
    for plugin in glob.glob(os.path.join(glob.escape(plugins), "platforms", f"libq{platform}*.so")):
        try:
            ctypes.CDLL(plugin)
        except OSError as error:
            print(f"{platform}: {error}")
"""


class MissingPackagesError(Exception):
    """System packages that only the user can install; the text ends with the line to type."""


def ensure_window_libraries(python: Path) -> None:
    """See to it that Qt starts, without a screen and on the display at hand."""
    if sys.platform != "linux":
        return
    displays = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}
    platforms = [name for name, variable in displays.items() if os.environ.get(variable)]
    missing = missing_libraries(python, platforms)
    if missing:
        install(packages_for(missing), reason=f"Qt cannot start ({'; '.join(missing.values())})")
        still = missing_libraries(python, platforms)
        if still:
            raise MissingPackagesError(f"Qt still cannot start: {'; '.join(still.values())}")


def offer_test_tools(python: Path, *, refused: Path) -> None:
    """Install what tests with a real window need, if that is possible; go on without otherwise.

    A refusal is noted in the file ``refused``, so that the next run does not try again.
    """
    if sys.platform != "linux":
        return
    wanted = [package for tool, package in TEST_TOOLS.items() if shutil.which(tool) is None]
    wanted += packages_for(missing_libraries(python, ["xcb"]))
    if not wanted:
        return
    if refused.exists():
        print(refused.read_text(encoding="utf-8"))
        return
    try:
        install(wanted, reason="Some tests will be skipped for want of tools")
    except MissingPackagesError as error:
        refused.write_text(str(error), encoding="utf-8")
        print(error)


def missing_libraries(python: Path, platforms: list[str]) -> dict[str, str]:
    """Return, by platform, which library keeps Qt from starting; empty when all is well."""
    command = [str(python), "-c", PROBE, *platforms]
    probe = subprocess.run(command, capture_output=True, text=True, check=False)
    if probe.returncode != 0:
        words = probe.stderr.strip().splitlines() or [f"exit code {probe.returncode}"]
        return {"offscreen": words[-1]} | dict.fromkeys(platforms, words[-1])
    return dict(line.split(": ", 1) for line in probe.stdout.splitlines())


def packages_for(missing: dict[str, str]) -> list[str]:
    """Return the packages that hold the libraries of these platforms."""
    return [package for platform in missing for package in LIBRARIES[platform]]


def install(packages: list[str], *, reason: str) -> None:
    """Install ``packages`` through apt, or raise with ``reason`` and the line to type."""
    if shutil.which("apt-get") is None:
        names = ", ".join(packages)
        raise MissingPackagesError(
            f"{reason}: install it with your system's package manager (Debian calls it {names})."
        )
    typed = f"sudo apt-get install -y --no-install-recommends {' '.join(current(packages))}"
    rights = privilege()
    if rights is None:
        raise MissingPackagesError(f"{reason}; to install what is missing, type:\n  {typed}")
    print(f"{reason}: installing {' '.join(packages)} …", flush=True)
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    apt += ["-o", "Acquire::Retries=2", "-o", "DPkg::Lock::Timeout=60"]
    subprocess.run([*apt, "update"], capture_output=True, check=False)
    command = [*apt, "install", "-y", "--no-install-recommends", *current(packages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        words = (done.stderr.strip().splitlines() or ["no reason was given"])[-1]
        raise MissingPackagesError(
            f"{reason}; apt failed ({words}). Once it works, type:\n  {typed}"
        )


def privilege() -> list[str] | None:
    """Return what goes before a command to run it as root, None where that needs a password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if allowed.returncode == 0 else None


def current(packages: list[str]) -> list[str]:
    """Return the names that this release of the system gives the packages."""
    return [RENAMED[name] if is_known(RENAMED.get(name)) else name for name in packages]


def is_known(package: str | None) -> bool:
    """Tell whether apt knows a package of this name."""
    if package is None:
        return False
    answer = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    return answer.returncode == 0 and bool(answer.stdout.strip())
