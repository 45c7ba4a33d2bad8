"""Prepare a checkout for use: virtual environment, packages, and Qt's system libraries.

Run by ``packaging/prepare`` with one word, the purpose: run, test or bench. A second run
finds its stamp and takes a fraction of a second.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import system_packages

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "prepared.json"
PIP_LOG = ROOT / "build" / "pip.log"

EXTRAS: dict[str, list[str]] = {"run": ["all"], "test": ["dev"], "bench": ["bench", "dev"]}
# Settings that would send the packages somewhere else than into the virtual environment.
DIVERTING = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PYTHONHOME", "PYTHONPATH")
NETWORK_SIGNS = ("connection", "timed out", "no matching distribution", "name resolution", "ssl")


class SetupError(Exception):
    """A set-up that cannot go on; its text tells what to do."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an environment was made for: its folder, the project file's hash, the extras."""

    root: str = ""
    project: str = ""
    extras: tuple[str, ...] = ()

    def covers(self, wanted: Stamp) -> bool:
        """Tell whether an environment with this stamp serves where ``wanted`` is asked for."""
        same = (self.root, self.project) == (wanted.root, wanted.project)
        return same and set(wanted.extras) <= set(self.extras)


def main(arguments: list[str]) -> int:
    """Prepare the checkout for the purpose named, and return the exit code."""
    if len(arguments) != 1 or arguments[0] not in EXTRAS:
        print(f"usage: packaging/prepare {'|'.join(EXTRAS)}", file=sys.stderr)
        return 2
    try:
        prepare(arguments[0])
    except (SetupError, system_packages.MissingPackagesError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def prepare(purpose: str) -> None:
    """Bring the checkout into the state that ``purpose`` needs, doing only what is missing."""
    for name in DIVERTING:
        os.environ.pop(name, None)
    project = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    wanted = Stamp(str(ROOT), project, tuple(EXTRAS[purpose]))
    found = read_stamp(STAMP)
    if not (found.covers(wanted) and works(PYTHON)):
        if found.root not in {"", wanted.root} or not works(PYTHON):
            create_environment()
        install(wanted)
    system_packages.ensure_window_libraries(PYTHON)
    if purpose != "run":
        system_packages.offer_test_tools(PYTHON, refused=VENV / "test-tools-refused")


def read_stamp(path: Path) -> Stamp:
    """Return the note that the last set-up left, an empty one where none can be read."""
    try:
        note = json.loads(path.read_text(encoding="utf-8"))
        return Stamp(note["root"], note["project"], tuple(note["extras"]))
    except (OSError, ValueError, TypeError, KeyError):
        return Stamp()


def works(python: Path) -> bool:
    """Tell whether ``python`` starts, is new enough, and has pip."""
    question = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    try:
        answer = subprocess.run([python, "-c", question], capture_output=True, check=False)
    except OSError:
        return False
    return answer.returncode == 0


def create_environment() -> None:
    """Make an empty virtual environment in ``.venv``, in place of a broken or moved one."""
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        system_packages.install([package], reason="This Python cannot make virtual environments")
    print("Creating the virtual environment .venv …", flush=True)
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode != 0:
        words = last_line(made.stdout + made.stderr)
        raise SetupError(f"The virtual environment .venv could not be made: {words}")


def install(wanted: Stamp) -> None:
    """Install the project, editable, with the extras of ``wanted``, and leave the stamp."""
    extras = sorted({*wanted.extras, *read_stamp(STAMP).extras})
    target = f".[{','.join(extras)}]" if extras else "."
    print("Installing the packages (the first time takes a minute or two) …", flush=True)
    PIP_LOG.parent.mkdir(exist_ok=True)
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--retries", "2", "--editable", target]
    with PIP_LOG.open("w", encoding="utf-8") as log:
        done = subprocess.run(command, cwd=ROOT, stdout=log, stderr=log, check=False)
    if done.returncode != 0:
        raise SetupError(pip_failure(PIP_LOG.read_text(encoding="utf-8", errors="replace")))
    stamp = Stamp(wanted.root, wanted.project, tuple(extras))
    STAMP.write_text(json.dumps(asdict(stamp)), encoding="utf-8")


def pip_failure(log: str) -> str:
    """Return one sentence for what pip could not do, with the remedy."""
    if any(sign in log.lower() for sign in NETWORK_SIGNS):
        return (
            "The packages could not be downloaded: check the network connection (or the "
            "package index that pip is set up with) and try again; build/pip.log has the details."
        )
    return f"The packages could not be installed: {last_line(log)} (build/pip.log has the rest)."


def last_line(text: str) -> str:
    """Return the last line of ``text`` that says something.

    An error that pip marks as one comes before whatever follows it.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR:")]
    return (errors or lines or ["no reason was given"])[-1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
