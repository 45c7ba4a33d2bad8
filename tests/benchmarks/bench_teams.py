"""What sending and merging cost: many into many, and bundles of any size into projects of any."""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from exchange_project import BenchProject

from annotator.bootstrap import open_project
from annotator.formats.project_jsonl import ProjectJsonlFormat
from annotator.service.bundle.content import Scope
from annotator.service.commands import MoveHighlight, Together
from annotator.service.exchange import import_planned, plan_import
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.merging.teamwork import SendingWishes, arrived, merge, send

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.service.project import Project

COUNT, EACH = 100_000, 100
SIZES, CHANGES = "1000,100000", "10,100,1000,10000"
_TABLES = ("highlight", "highlight_part", "claim")


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that something takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def made(folder: Path, name: str, count: int, *, first: int = 0) -> Path:
    """Return a project of so many highlights, in articles from a number on."""
    path = folder / f"{name}.factproj"
    project = open_project(path, create=True)
    source = folder / f"{name}.jsonl"
    ProjectJsonlFormat().write(_Some(first + count // EACH, EACH, first), source, ExchangeOptions())
    plan = plan_import(project.queries, project.surroundings, source)
    import_planned(project, plan, source)
    project.close()
    source.unlink()
    return path


class _Some(BenchProject):
    """The articles of a made project from a number on."""

    def __init__(self, count: int, size: int, first: int) -> None:
        super().__init__(count, size)
        object.__setattr__(self, "_first", first)

    def articles(self) -> Iterator[Any]:
        """Yield the articles."""
        return islice(super().articles(), self.__dict__["_first"], None)


def measure_merge(count: int, folder: Path) -> dict[str, Any]:
    """Merge many highlights into as many others: send, plan, write, again, undo, redo."""
    theirs, ours = (made(folder, name, count, first=at) for name, at in (("a", 0), ("b", count)))
    bundle, figures = folder / "a.annobundle", {"count": count}
    project = open_project(theirs, create=False)
    figures["send"] = timed(lambda: send(project, bundle, SendingWishes()))
    project.close()
    figures["bytes"] = bundle.stat().st_size
    figures |= _apart(ours, bundle)
    figures["bare"] = bare_copy(theirs, folder / "bare.factproj")
    print(figures, flush=True)
    return figures


def _apart(project: Path, bundle: Path) -> dict[str, float]:
    """Merge in a process of its own, for its memory."""
    command = [sys.executable, __file__, "--merge", str(project), str(bundle)]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))


def merged(path: Path, bundle: Path) -> dict[str, float]:
    """Merge a bundle, once and again, take that back and repeat it; return what each takes."""
    project = open_project(path, create=False)
    figures = dict(zip(("plan", "write"), _merge(project, bundle), strict=True))
    figures["memory"] = _most_memory()
    figures["again"] = sum(_merge(project, bundle))
    figures["undo"] = timed(project.undo)
    figures["redo"] = timed(project.redo)
    project.close()
    return figures


def _merge(project: Project, bundle: Path) -> tuple[float, float]:
    begun = time.process_time()
    with arrived(project.queries, bundle) as arrival:
        planned = time.process_time()
        project.publish(merge(project, arrival, may_delete=True))
    return planned - begun, time.process_time() - planned


def _most_memory() -> int:
    """Return the most memory that this process had at once; where Linux tells, since it began."""
    told = Path("/proc/self/status")
    if told.exists():
        (line,) = (one for one in told.read_text().splitlines() if one.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def bare_copy(source: Path, target: Path) -> float:
    """Copy the same rows into the same tables, with their indexes, in one transaction."""
    open_project(target, create=True).close()
    with closing(sqlite3.connect(target, isolation_level=None)) as bare:
        bare.execute("PRAGMA foreign_keys=OFF")
        triggers = bare.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            bare.execute(f'DROP TRIGGER "{name}"')
        bare.execute("ATTACH ? AS theirs", (str(source),))
        tables = "article", "revision", "paragraph", *_TABLES
        known = {row[0] for row in bare.execute("SELECT name FROM theirs.sqlite_schema")}

        def copy() -> None:
            bare.execute("BEGIN IMMEDIATE")
            for name in tables:
                if name in known:
                    bare.execute(f"INSERT INTO main.{name} SELECT * FROM theirs.{name}")  # noqa: S608 - names of our own
            bare.execute("COMMIT")

        return timed(copy)


def measure_growth(sizes: list[int], changes: list[int], folder: Path) -> list[dict[str, Any]]:
    """Send changes to so many highlights, and merge them, in projects of each size."""
    figures = []
    for size in sizes:
        ours = made(folder, f"of {size}", size)
        for number in (one for one in changes if one <= size):
            theirs, other = folder / "theirs.factproj", folder / "other.factproj"
            shutil.copy(ours, theirs)
            shutil.copy(ours, other)
            figures.append({"size": size, "changes": number} | _change(theirs, other, number))
            print(figures[-1], flush=True)
    return figures


def _change(theirs: Path, ours: Path, number: int) -> dict[str, float]:
    """Move so many highlights in one project, and bring that to another one."""
    bundle = theirs.with_name("changes.annobundle")
    project = open_project(theirs, create=False)
    # As if the whole project had been sent just now.
    sequence = project.queries.newest_change()
    project.remember_sent(str(UUID(int=0)), sequence, Scope.FULL.value)
    articles = (one.article.id for one in project.queries.articles())
    found = (one for each in articles for one in project.queries.highlights(each))
    moves = [
        MoveHighlight(one.id, (replace_end(one.spans[0]),)) for one in islice(found, number)
    ]
    project.execute(Together("Move", tuple(moves)))
    wishes = SendingWishes(Scope.CHANGES)
    figures = {"send": timed(lambda: send(project, bundle, wishes))}
    project.close()
    project = open_project(ours, create=False)
    project.queries.stats()
    figures |= zip(("plan", "write"), _merge(project, bundle), strict=True)
    project.close()
    return figures


def replace_end(span: Any) -> Any:
    """Return a span without its last letter, or with one more where it has but one."""
    return type(span)(span.start, span.end - 1 if len(span) > 1 else span.end + 1)


def main() -> None:
    """Measure and write the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--changes", default=CHANGES)
    parser.add_argument("--merge", nargs=2, type=Path, help="merge only: project, bundle")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    if options.merge:
        print(json.dumps(merged(*options.merge)))
        return
    with tempfile.TemporaryDirectory() as name:
        os.environ["ANNOTATOR_HOME"] = str(Path(name) / "home")
        many = measure_merge(options.count, Path(name))
        sizes, changes = (
            [int(one) for one in told.split(",")] for told in (options.sizes, options.changes)
        )
        figures = {"many": many, "growth": measure_growth(sizes, changes, Path(name))}
    if options.out:
        options.out.write_text(json.dumps(figures))


if __name__ == "__main__":
    main()
