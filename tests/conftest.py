from __future__ import annotations

import gc
import itertools
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import Phase, settings

# Before any Qt import: no test opens a window on the developer's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent

# The suite tries the same examples on every machine, so that green means green elsewhere too;
# `make explore` looks for new ones.
settings.register_profile("fast", deadline=None, max_examples=60, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=2_000)
# A mutant is to be noticed, not explained.
settings.register_profile(
    "mutation",
    deadline=None,
    max_examples=60,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))

_numbers = itertools.count()


def pytest_collection_finish():
    """Leave the thousands of tests themselves out of every later search for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def _homes(tmp_path_factory):
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def annotator_home(_homes, monkeypatch):
    """The user's folders of this test alone; nothing is created until something is saved."""
    home = _homes / str(next(_numbers))
    monkeypatch.setenv("ANNOTATOR_HOME", str(home))
    monkeypatch.delenv("ANNOTATOR_PROJECT", raising=False)
    return home


@pytest.fixture(scope="session")
def new_project(tmp_path_factory):
    """Put a project with the built-in labels at a place: a copy of one really made before.

    A project bears the name of its file, so each name is made once.
    """
    folder = tmp_path_factory.mktemp("made")

    def put(path):
        made = folder / path.name
        if not made.exists():
            from annotator import bootstrap  # noqa: PLC0415 - SQLAlchemy, for those who need it

            bootstrap.open_project(made, create=True).close()
        return Path(shutil.copy(made, path))

    return put


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The wheel of this checkout, really built."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built
