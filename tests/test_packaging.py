from __future__ import annotations

import configparser
import os
import shutil
import sqlite3
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
ID = "io.github.fact_annotator.annotator"
DESKTOP, METAINFO, MIME = (
    PACKAGING / f"{ID}.{kind}" for kind in ("desktop", "metainfo.xml", "mime.xml")
)
MIME_TYPE = "application/x-fact-annotator-project"
APPLICATION_ID = 0x46414E4E


def tool(name, package):
    """The path of a validator, or a skip that says where to get it."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed (package {package})")
    return found


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


@pytest.fixture(scope="module")
def mime_database(tmp_path_factory):
    """A MIME database that knows our type alone."""
    data = tmp_path_factory.mktemp("share")
    (data / "mime" / "packages").mkdir(parents=True)
    shutil.copy(MIME, data / "mime" / "packages")
    update = tool("update-mime-database", "shared-mime-info")
    done = run(update, str(data / "mime"))
    assert done.returncode == 0, done.stderr
    return data


def test_the_desktop_entry_is_valid():
    done = run(tool("desktop-file-validate", "desktop-file-utils"), str(DESKTOP))
    assert (done.returncode, done.stdout) == (0, "")


def test_the_metainfo_is_valid():
    done = run(tool("appstreamcli", "appstream"), "validate", "--no-net", str(METAINFO))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("application_id", "recognized"), [(APPLICATION_ID, True), (0x12345678, False)]
)
def test_a_project_is_known_by_its_content(mime_database, tmp_path, application_id, recognized):
    project = tmp_path / "without extension"
    connection = sqlite3.connect(project)
    connection.execute(f"PRAGMA application_id = {application_id}")
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    environment = os.environ | {"XDG_DATA_DIRS": str(mime_database), "XDG_DATA_HOME": str(tmp_path)}
    gio = tool("gio", "libglib2.0-bin")
    answer = run(gio, "info", "-a", "standard::content-type", str(project), env=environment)
    assert (MIME_TYPE in answer.stdout) == recognized, answer.stdout + answer.stderr


def test_the_files_for_the_desktop_agree_with_each_other():
    desktop = configparser.RawConfigParser()
    desktop.read(DESKTOP, encoding="utf-8")
    entry = desktop["Desktop Entry"]
    component = ET.parse(METAINFO)
    namespace = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = ET.parse(MIME).find("m:mime-type", namespace)
    assert entry["MimeType"].split(";")[0] == component.findtext("provides/mediatype")
    assert component.findtext("provides/mediatype") == kind.get("type") == MIME_TYPE
    assert component.findtext("launchable") == DESKTOP.name
    assert component.findtext("id") == entry["Icon"] == entry["StartupWMClass"] == ID


def test_what_the_desktop_starts_is_a_script_of_the_package():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    desktop = DESKTOP.read_text(encoding="utf-8")
    (command,) = (line for line in desktop.splitlines() if line.startswith("Exec="))
    assert command.removeprefix("Exec=").split()[0] in project["gui-scripts"]


def test_the_metainfo_names_the_version_of_the_package():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    newest = ET.parse(METAINFO).find("releases/release")
    assert newest.get("version") == project["version"]


def test_the_wheel_carries_every_resource(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    resources = (path for path in (ROOT / "resources").rglob("*") if path.is_file())
    expected = {
        f"annotator/_resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in resources
    }
    assert expected - names == set()


def test_the_wheel_carries_every_file_of_the_package(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    sources = (path for path in (ROOT / "src").rglob("*") if path.is_file())
    expected = {
        path.relative_to(ROOT / "src").as_posix()
        for path in sources
        if "__pycache__" not in path.parts
    }
    assert expected - names == set()
    if (ROOT / "src" / "annotator" / "store" / "migrations").exists():
        assert any(name.startswith("annotator/store/migrations/versions/") for name in names)


def test_the_icons_are_what_their_definitions_draw():
    done = run(sys.executable, str(PACKAGING / "make_icons.py"), "--check")
    assert (done.returncode, done.stdout) == (0, "")


def test_make_alone_describes_every_target():
    make = tool("make", "make")
    described = {
        line.split()[1] for line in run(make, "--no-print-directory", cwd=ROOT).stdout.splitlines()
    }
    assert described == {"run", "test", "explore", "independent", "check", "bench", "help"}
