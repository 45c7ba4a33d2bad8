"""A million highlights in and out, each step a process of its own, with the memory that it took."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from exchange_project import BenchProject

from annotator.formats.project_jsonl import ProjectJsonlFormat
from annotator.formats.separated_values import CsvFormat
from annotator.service.exchange_ports import ExchangeOptions

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES, EACH = 10_000, 100


def step(folder: Path, *words: str) -> dict[str, float]:
    """Run one command of the program; return its seconds of the processor, and its most memory."""
    command = [sys.executable, "-m", "annotator", *words]
    environment = os.environ | {"ANNOTATOR_HOME": str(folder / "home")}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    figures = {"cpu": used.ru_utime + used.ru_stime, "bytes": used.ru_maxrss * 1024}
    print(*words, figures, flush=True)
    return figures


def measure_million(folder: Path) -> dict[str, Any]:
    """Write the files, take them in, send them out and verify them."""
    made, options = BenchProject(ARTICLES, EACH), ExchangeOptions()
    lines, table, articles = (folder / name for name in ("all.jsonl", "all.csv", "texts.jsonl"))
    ProjectJsonlFormat().write(made, lines, options)
    CsvFormat().write(made, table, options)
    with lines.open("rb") as source, articles.open("wb") as target:
        target.writelines(line for line in source if not line.startswith(b'{"type": "highlight"'))
    return {
        "count": ARTICLES * EACH,
        "articles": ARTICLES,
        "made": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "sizes": {one.suffix[1:]: one.stat().st_size for one in (lines, table)},
        "steps": _steps(folder, lines, table, articles),
    }


def _steps(folder: Path, lines: Path, table: Path, articles: Path) -> dict[str, dict[str, float]]:
    first, second = ("--project", str(folder / "first.factproj")), ("--project", "second.factproj")
    found = {
        "import JSON Lines": step(folder, *first, "import", str(lines)),
        "import them again": step(folder, *first, "import", str(lines)),
        "export JSON Lines": step(folder, *first, "export", "project-jsonl", "out.jsonl"),
        "verify JSON Lines": step(folder, *first, "verify", "out.jsonl"),
        "export CSV": step(folder, *first, "export", "csv", "out.csv"),
        "verify CSV": step(folder, *first, "verify", "out.csv"),
    }
    step(folder, *second, "import", str(articles))
    found["import CSV"] = step(folder, *second, "import", str(table))
    return found
