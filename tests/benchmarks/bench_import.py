"""Measure adding ten thousand small articles beside their bare reading and bare writing.

Times are in seconds, by the clock and of the processor, for each thousand articles. *Bare
reading* opens the files, decodes and hashes them; *bare writing* puts one row for each article,
its text in it, into a new SQLite file with the project's pragmas, in one transaction.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.bootstrap import open_project
from annotator.service.commands import AddArticles
from annotator.service.importing import prepare
from annotator.service.watch import Watch
from annotator.store.engine import connect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

WORDS = [f"{root}{ending}" for root in (
    "dam", "road", "ministry", "convoy", "shelter", "engineer", "village", "report", "winter",
    "bridge", "harvest", "council", "witness", "border", "hospital", "letter", "market",
) for ending in ("", "s", "ward", "ing", "er", "like", "less", "side")]  # fmt: skip
SLICE = 1000


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


@dataclass
class Slices:
    """When each slice of the work was done, by the clock and by the processor."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    _last: tuple[float, float] = field(
        default_factory=lambda: (time.perf_counter(), time.process_time())
    )

    def step(self, done: int, _total: int = 0) -> None:
        """Take note where a slice is done."""
        if done and done % SLICE == 0:
            self.end()

    def end(self) -> None:
        """Take note of what was done since the last note."""
        now = _now()
        self.wall.append(now[0] - self._last[0])
        self.cpu.append(now[1] - self._last[1])
        self._last = now


def write_files(folder: Path, count: int) -> list[Path]:
    """Write small reports of some 200 words in seven paragraphs, all different."""
    draw = random.Random(11)
    files = []
    for number in range(count):
        paragraphs = [f"Report {number} from the {draw.choice(WORDS)}"]
        for _ in range(6):
            words = [draw.choice(WORDS) for _ in range(33)]
            words[10] += "."
            words[11] = words[11].title()
            paragraphs.append(f"The {' '.join(words)} {draw.randrange(10**6)}.")
        files.append(folder / f"report-{number:05}.txt")
        files[-1].write_text("\n".join(paragraphs) + "\n", encoding="utf-8")
    return files


def read_bare(files: Sequence[Path]) -> dict[str, Any]:
    """Read, decode and hash every file."""
    slices = Slices()
    for number, file in enumerate(files, 1):
        data = file.read_bytes()
        data.decode("utf-8")
        hashlib.sha256(data).hexdigest()
        slices.step(number)
    return _figures(slices)


def write_bare(files: Sequence[Path], folder: Path) -> dict[str, Any]:
    """Write a row for each file into a new database, in one transaction."""
    path = folder / "bare.sqlite"
    path.touch()
    rows = [(file.stem, file.read_text("utf-8")) for file in files]
    with closing(connect(path)) as connection:
        connection.execute("CREATE TABLE article (key INTEGER PRIMARY KEY, title TEXT, text TEXT)")
        slices = Slices()
        connection.execute("BEGIN IMMEDIATE")
        for start in range(0, len(rows), SLICE):
            chunk = rows[start : start + SLICE]
            connection.executemany("INSERT INTO article (title, text) VALUES (?, ?)", chunk)
            slices.end()
        started = _now()
        connection.execute("COMMIT")
        figures = _figures(slices)
    return figures | {"commit": time.perf_counter() - started[0]}


def add(files: Sequence[Path], folder: Path) -> dict[str, Any]:
    """Add the files as the window does: read beside, written beside in one transaction."""
    project = open_project(folder / "facts.factproj", create=True)
    reading = Slices()
    batch = prepare(files, project.surroundings, queries=project.queries, watch=Watch(reading.step))
    assert batch is not None
    assert len(batch) == len(files)
    writing = Slices()
    watch = Watch(writing.step, committing=writing.end)
    changes = project.commit_beside(AddArticles(batch, batch.originals), watch)
    finished = _now()
    undone = _timed(lambda: project.publish_beside(changes))
    step = _timed(project.undo)
    figures = {
        "prepare": _figures(reading),
        "write": _figures(writing),
        "commit": finished[0] - writing._last[0],
        "publish": undone,
        "undo": step,
        "bytes": (folder / "facts.factproj").stat().st_size,
    }
    project.close()
    return figures


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _figures(slices: Slices) -> dict[str, list[float]]:
    return {"wall": slices.wall, "cpu": slices.cpu}


def _homes(folder: Path) -> Iterator[Path]:
    yield folder / "home"


def main() -> None:
    """Measure and write the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = folder / "articles"
        sources.mkdir()
        files = write_files(sources, options.count)
        figures = {
            "count": options.count,
            "bytes": sum(file.stat().st_size for file in files),
            "bare_reading": read_bare(files),
            "bare_writing": write_bare(files, folder),
            "ours": add(files, folder),
        }
    for name, one in figures.items():
        print(name, json.dumps(one)[:300])
    if options.out:
        options.out.write_text(json.dumps(figures))


if __name__ == "__main__":
    main()
