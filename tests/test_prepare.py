from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "packaging"


@pytest.fixture
def script(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return importlib.import_module


@pytest.fixture
def prepare(script):
    return script("prepare")


@pytest.fixture
def system_packages(script):
    return script("system_packages")


def test_an_environment_serves_whoever_asks_for_no_more_than_it_has(prepare):
    tested = prepare.Stamp("/here", "abc", ("dev",))
    assert tested.covers(prepare.Stamp("/here", "abc"))
    assert not prepare.Stamp("/here", "abc").covers(tested)


@pytest.mark.parametrize("other", [("/there", "abc"), ("/here", "changed")])
def test_a_moved_checkout_or_a_changed_project_file_is_prepared_anew(prepare, other):
    assert not prepare.Stamp("/here", "abc").covers(prepare.Stamp(*other))


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"root": 1}', "\x00"])
def test_a_damaged_stamp_counts_as_none(prepare, tmp_path, note):
    (tmp_path / "stamp").write_text(note, encoding="utf-8")
    assert prepare.read_stamp(tmp_path / "stamp") == prepare.Stamp()


def test_without_network_one_sentence_says_so(prepare):
    log = "WARNING: Retrying after connection broken\nERROR: No matching distribution found for x\n"
    assert prepare.pip_failure(log).startswith("The packages could not be downloaded: check the")
    assert "\n" not in prepare.pip_failure(log)


def test_another_failure_of_pip_is_told_in_its_own_words(prepare):
    told = prepare.pip_failure("Collecting x\nERROR: No space left on device\nnotice: new pip\n")
    assert "No space left on device" in told


def test_a_wrong_purpose_is_refused():
    done = subprocess.run(
        ["sh", str(SCRIPTS / "prepare"), "party"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (2, "usage: packaging/prepare run|test|bench\n")


def test_without_a_python_the_set_up_says_what_to_install(tmp_path):
    for name in ("sh", "dirname"):
        (tmp_path / name).symlink_to(shutil.which(name))
    environment = {"PATH": str(tmp_path)}
    done = subprocess.run(
        [str(tmp_path / "sh"), str(SCRIPTS / "prepare"), "run"],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 1
    assert "Python 3.11 or newer was not found" in done.stderr


def test_without_rights_the_exact_line_to_type_is_told(system_packages, monkeypatch):
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_packages, "privilege", lambda: None)
    monkeypatch.setattr(system_packages, "is_known", lambda name: name is not None)
    with pytest.raises(system_packages.MissingPackagesError) as caught:
        system_packages.install(["libgl1", "libglib2.0-0"], reason="Qt lacks libGL.so.1")
    assert str(caught.value).endswith(
        "sudo apt-get install -y --no-install-recommends libgl1 libglib2.0-0t64"
    )


def test_without_apt_the_packages_are_named(system_packages, monkeypatch):
    monkeypatch.setattr(system_packages.shutil, "which", lambda _name: None)
    with pytest.raises(system_packages.MissingPackagesError, match=r"Debian calls it libgl1\)"):
        system_packages.install(["libgl1"], reason="Qt lacks libGL.so.1")


def test_a_library_that_keeps_qt_from_starting_is_named(system_packages, tmp_path):
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho 'ImportError: libGL.so.1: no such file' >&2\nexit 1\n")
    broken.chmod(0o755)
    missing = system_packages.missing_libraries(broken, ["xcb"])
    assert missing == dict.fromkeys(["offscreen", "xcb"], "ImportError: libGL.so.1: no such file")
    assert {"libgl1", "libxcb-cursor0"} <= set(system_packages.packages_for(missing))


def test_qt_starts_in_this_environment(system_packages):
    assert system_packages.missing_libraries(Path(sys.executable), []) == {}


@pytest.mark.skipif(sys.platform != "linux", reason="only there may a display be absent")
@pytest.mark.parametrize(
    ("display", "platform", "reason"),
    [
        (None, None, "There is no display"),
        (":54321", "offscreen", "QT_QPA_PLATFORM asks for no visible window"),
        (":54321", None, "The display named in DISPLAY cannot be opened"),
    ],
)
def test_the_demo_says_why_it_opens_no_window(script, monkeypatch, display, platform, reason):
    for name, value in (("DISPLAY", display), ("QT_QPA_PLATFORM", platform)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert script("run_demo").why_no_window().startswith(reason)


def test_a_second_set_up_does_nothing(prepare, monkeypatch, tmp_path):
    monkeypatch.setattr(prepare, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(prepare, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(prepare.os, "environ", dict(os.environ))
    installed = []

    def install(wanted):
        installed.append(wanted)
        stamp = {"root": wanted.root, "project": wanted.project, "extras": wanted.extras}
        (tmp_path / "stamp").write_text(json.dumps(stamp), encoding="utf-8")

    monkeypatch.setattr(prepare, "install", install)
    prepare.prepare("run")
    prepare.prepare("run")
    assert len(installed) == 1
