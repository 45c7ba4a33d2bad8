"""What the store's tests share: a template project, and a way to open files that closes them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.store.samples import CODEBOOK, profile_in

from annotator.store.project_file import make_project, open_project
from annotator.store.project_store import ProjectStore

Opener = Callable[..., ProjectStore]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "template.factproj"
    make_project(path, CODEBOOK)
    return path


@pytest.fixture
def project_path(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(template, tmp_path / "facts.factproj"))


@pytest.fixture
def opener(tmp_path: Path) -> Iterator[Opener]:
    """Open project files with a profile of this test, and close them after it."""
    opened: list[ProjectStore] = []

    def open_one(path: Path, **options: object) -> ProjectStore:
        store = open_project(path, **({"profile": profile_in(tmp_path)} | options))
        opened.append(store)
        return store

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def store(opener: Opener, project_path: Path) -> ProjectStore:
    return opener(project_path)
