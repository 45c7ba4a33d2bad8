"""Very many highlights in and out, each step a process of its own, with the memory that it took.

What is asked for is so many articles of so many highlights each: a million in ten thousand, or a
hundred thousand in one.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from exchange_project import BenchProject

from annotator.bootstrap import surroundings
from annotator.formats.project_jsonl import ProjectJsonlFormat
from annotator.service.exchange_ports import ExchangeOptions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.service.exchange_ports import AnnotationFormat

ARTICLES, EACH = 10_000, 100
FORMATS = ("csv",)
Figures = dict[str, float]


@dataclass(frozen=True)
class Steps:
    """Commands of the program, carried out in a folder."""

    folder: Path

    def run(self, *words: str) -> Figures:
        """Run one; return its seconds of the processor, and its most memory; empty if it failed."""
        command = [sys.executable, "-m", "annotator", *words]
        environment = os.environ | {"ANNOTATOR_HOME": str(self.folder / "home")}
        with subprocess.Popen(
            command, cwd=self.folder, env=environment, stdout=subprocess.DEVNULL
        ) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        figures = {"cpu": used.ru_utime + used.ru_stime, "bytes": used.ru_maxrss * 1024.0}
        print(*words, process.returncode, figures, flush=True)
        return {} if process.returncode else figures

    def on(self, project: str, *words: str) -> Figures:
        """Run one on a project, which is made where it is not there."""
        return self.run("--project", f"{project}.factproj", *words)


def measure_million(
    folder: Path, *, articles: int = ARTICLES, each: int = EACH, names: Sequence[str] = FORMATS
) -> dict[str, Any]:
    """Write a file, take it in, undo and redo that; send all out in each format, and verify it."""
    steps, source, texts = Steps(folder), folder / "all.jsonl", folder / "texts.jsonl"
    ProjectJsonlFormat().write(BenchProject(articles, each), source, ExchangeOptions())
    with source.open("rb") as lines, texts.open("wb") as target:
        target.writelines(line for line in lines if not line.startswith(b'{"type": "highlight"'))
    figures = {
        "count": articles * each,
        "articles": articles,
        "made": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "sizes": {"jsonl": source.stat().st_size},
        "steps": {
            "import JSON Lines": steps.on("first", "import", str(source)),
            "undo": steps.on("first", "undo"),
            "redo": steps.on("first", "redo"),
            "import them again": steps.on("first", "import", str(source)),
        },
    }
    steps.on("texts", "import", str(texts))
    known = {one.name: one for one in surroundings().formats()}
    for name in dict.fromkeys(("project-jsonl", *names)):
        figures["steps"] |= _there_and_back(steps, known[name], figures["sizes"])
    return figures


def _there_and_back(
    steps: Steps, form: AnnotationFormat, sizes: dict[str, int]
) -> dict[str, Figures]:
    """Export in a format, verify that, and import it twice where only the texts are."""
    target = steps.folder / f"out{next(iter(form.suffixes), '')}"
    found = {f"export {form.title}": steps.on("first", "export", form.name, target.name)}
    if target.exists():
        files = target.rglob("*") if target.is_dir() else [target]
        sizes[form.name] = sum(one.stat().st_size for one in files if one.is_file())
        found[f"verify {form.title}"] = steps.run("verify", target.name, "--format", form.name)
        if form.reads:
            found |= _taken_in(steps, form, target.name)
        shutil.rmtree(target) if target.is_dir() else target.unlink()
    return {what: one for what, one in found.items() if one}


def _taken_in(steps: Steps, form: AnnotationFormat, name: str) -> dict[str, Figures]:
    project = steps.folder / "second.factproj"
    shutil.copy(steps.folder / "texts.factproj", project)
    words = ("import", name, "--format", form.name)
    found = {
        f"import {form.title}": steps.on("second", *words),
        f"import {form.title} again": steps.on("second", *words),
    }
    project.unlink()
    return found
