from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator import paths

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (paths.data_dir, paths.config_dir, paths.state_dir, paths.cache_dir, paths.log_dir)
ASK = """
import site, sys
site.addsitedir(sys.argv[1])
from annotator import paths
print(paths.__file__, paths.resource("sample"), sep="\\n")
"""


def ask_installed(site_folder):
    """Ask a Python that sees nothing but ``site_folder`` where the sample is."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    command = [sys.executable, "-S", "-I", "-c", ASK, str(site_folder)]
    answer = subprocess.run(
        command, cwd=site_folder, env=environment, check=True, capture_output=True, text=True
    )
    module, sample = answer.stdout.splitlines()
    return Path(module), Path(sample)


def unpack(wheel, folder):
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet"]
    command += ["--disable-pip-version-check", "--target", str(folder), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)


def test_a_checkout_finds_its_resources():
    assert paths.resource("sample") == ROOT / "resources" / "sample"


def test_an_editable_install_finds_the_resources_of_the_checkout(tmp_path):
    build = "import sys; from hatchling.build import build_editable; build_editable(sys.argv[1])"
    subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)], cwd=ROOT, check=True, capture_output=True
    )
    (editable,) = tmp_path.glob("*.whl")
    unpack(editable, tmp_path / "site")
    module, sample = ask_installed(tmp_path / "site")
    assert module == ROOT / "src" / "annotator" / "paths.py"
    assert sample == ROOT / "resources" / "sample"


def test_an_installed_wheel_finds_the_resources_it_carries(wheel, tmp_path):
    unpack(wheel, tmp_path)
    module, sample = ask_installed(tmp_path)
    assert module == tmp_path / "annotator" / "paths.py"
    assert sample == tmp_path / "annotator" / "_resources" / "sample"


def test_a_missing_resource_is_named_with_the_remedy():
    with pytest.raises(paths.ResourceMissingError, match=r"icons/no-such\.svg .* install it again"):
        paths.resource("icons", "no-such.svg")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.__name__)
def test_annotator_home_holds_all_of_the_users_folders(folder, annotator_home):
    assert folder() == annotator_home / folder.__name__.removesuffix("_dir")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.__name__)
def test_without_annotator_home_the_systems_folder_bears_the_programs_name(folder, monkeypatch):
    monkeypatch.delenv("ANNOTATOR_HOME")
    assert "fact-annotator" in folder().parts
    assert folder().is_absolute()


def test_a_relative_annotator_home_is_taken_from_the_working_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANNOTATOR_HOME", "stick")
    assert paths.config_dir() == tmp_path / "stick" / "config"


def test_asking_for_folders_creates_none(annotator_home):
    assert paths.default_project().parent.parent == paths.data_dir()
    assert [folder().exists() for folder in FOLDERS] == [False] * len(FOLDERS)
    assert not annotator_home.exists()


def test_finding_a_resource_does_not_load_platformdirs():
    question = "import sys; from annotator import paths; print('platformdirs' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", question], check=True, capture_output=True)
    assert answer.stdout.split() == [b"False"]
