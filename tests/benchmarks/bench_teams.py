"""Measure sending and merging: by the size of the bundle, and by that of the project.

Seconds are of the processor. Each step runs in a process of its own, which tells the most memory
that it had, and goes through a bundle of three highlights first.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import teams_projects as made
from teams_blind import HIDDEN, make_hidden, measure_blind, measure_own
from teams_copy import ROWS, copy_rows

from annotator.cli.session import NEW_OBJECTS
from annotator.service.bundle.content import Scope
from annotator.service.merging.teamwork import SendingWishes, arrived, merge, send

if TYPE_CHECKING:
    from collections.abc import Callable

COUNT = 100_000
SMALL = 1_000
CHANGES = (10, 100, 1_000, 10_000)
TIMES = 3


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that something takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def most_memory() -> int:
    """Return the most memory that this process had at once."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def step_merge(path: Path, bundle: Path, warm: Path) -> dict[str, Any]:
    """Merge a bundle and undo that."""
    figures: dict[str, Any] = {}
    with made.opened(path, "ann") as project:
        for one in (warm, bundle):
            begun = time.process_time()
            with arrived(project.queries, one) as arrival:
                figures["plan"] = time.process_time() - begun
                figures["write"] = timed(
                    lambda arrival=arrival: project.publish(
                        merge(project, arrival, may_delete=True)
                    )
                )
                figures["counts"] = dict(arrival.plan.report.counts)
        figures["bytes"] = most_memory()
        begun = time.process_time()
        with arrived(project.queries, bundle):
            figures["again"] = time.process_time() - begun
    return figures


def step_undo(path: Path) -> dict[str, Any]:
    """Undo the newest step, do it again."""
    with made.opened(path, "ann") as project:
        return {"undo": timed(project.undo), "redo": timed(project.redo), "bytes": most_memory()}


def step_send(path: Path, target: Path, warm: Path) -> dict[str, Any]:
    """Send a project whole, then ten changes, after as many that tell where changes begin."""
    del warm
    figures: dict[str, Any] = {}
    with made.opened(path, "ann") as project:
        figures["whole"] = timed(lambda: send(project, target, SendingWishes()))
        figures["bytes"] = most_memory()
        figures["size"] = target.stat().st_size
    for _ in range(2):
        made.mark_few(path, 10)
        with made.opened(path, "ann") as project:
            wishes = SendingWishes(Scope.CHANGES)
            figures["changes"] = timed(lambda wishes=wishes: send(project, target, wishes))
    return figures


STEPS = {
    "merge": step_merge, "undo": step_undo, "send": step_send,
    "blind": measure_blind, "own": measure_own,
}  # fmt: skip


def apart(name: str, *paths: Path) -> dict[str, Any]:
    """Run a step in a process of its own."""
    command = [sys.executable, __file__, "--step", name, *map(str, paths)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    print(name, *(path.name for path in paths), figures, flush=True)
    return figures


def measure_growth(
    folder: Path, projects: dict[int, Path], warm: Path, largest: int
) -> list[dict[str, Any]]:
    """Merge larger and larger bundles into a small and a large project."""
    figures = []
    for changed in (one for one in CHANGES if one <= largest):
        bundle = folder / f"changes-{changed}.annobundle"
        marked = made.MarkedProject(made.FEW, made.EACH, marked=changed // made.FEW)
        made.make_bundle(bundle, folder / "few.factproj", marked)
        row: dict[str, Any] = {"changed": changed, "size": bundle.stat().st_size}
        for count, path in projects.items():
            into = path.with_stem("into")
            runs = []
            for _ in range(TIMES if changed < CHANGES[-1] else 1):
                shutil.copy(path, into)
                runs.append(apart("merge", into, bundle, warm))
            row[str(count)] = min(runs, key=lambda one: one["plan"] + one["write"])
            row[str(count)]["copy"] = copy_rows(path, into, folder)
        figures.append(row)
    return figures


def measure(folder: Path, count: int, largest: int) -> dict[str, Any]:
    """Make the projects, then measure each step."""
    few, many = folder / "few.factproj", folder / "many.factproj"
    made.make_articles(few, made.FEW)
    made.make_articles(many, count // made.EACH, few)
    projects = {SMALL: folder / "small.factproj", count: folder / "large.factproj"}
    made.make_marked(projects[SMALL], few, made.FEW)
    made.make_marked(projects[count], many, count // made.EACH)
    warm, whole = folder / "warm.annobundle", folder / "whole.annobundle"
    made.make_bundle(warm, few, made.MarkedProject(3, made.EACH, marked=1, hand="warm "))
    made.make_bundle(
        whole, many, made.MarkedProject(count // made.EACH, made.EACH, marked=made.EACH)
    )
    growth = measure_growth(folder, projects, warm, largest)
    into = folder / "into.factproj"
    shutil.copy(projects[count], into)
    merged = apart("merge", into, whole, warm) | {"size": whole.stat().st_size}
    merged["copy"] = copy_rows(projects[count], into, folder)
    merged["copied_rows"] = copy_rows(projects[count], into, folder, only=ROWS)
    undone = apart("undo", into)
    sending = {str(one): apart("send", path, folder / "out.annobundle", warm)
               for one, path in projects.items()}  # fmt: skip
    hidden = folder / "hidden.factproj"
    make_hidden(hidden)
    alone = folder / "alone"
    alone.mkdir()
    blind = apart("blind", hidden) | {"hidden": HIDDEN, "own": apart("own", alone)}
    return {
        "count": count, "small": SMALL, "growth": growth, "merge": merged, "undo": undone,
        "send": sending, "blind": blind,
    }  # fmt: skip


def main() -> None:
    """Measure and write the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--largest", type=int, default=CHANGES[-1], help="of the small bundles")
    parser.add_argument("--step", nargs="+", help="run one step on these files")
    parser.add_argument("--keep", type=Path, help="make the projects here, and leave them")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    if options.step:
        name, *paths = options.step
        # As verbs of the program have it.
        gc.set_threshold(NEW_OBJECTS)
        print(json.dumps(STEPS[name](*map(Path, paths))))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        figures = measure(folder, options.count, options.largest)
    if options.out:
        options.out.write_text(json.dumps(figures))


if __name__ == "__main__":
    main()
