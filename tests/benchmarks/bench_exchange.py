"""Measure every annotation format beside a bare parser, and the whole way in and out of a project.

Seconds are of the processor. The formats come from the registry, so that a new one is measured by
itself. ``--million`` measures a million highlights instead, each step in a process of its own, or
as many as ``--articles`` and ``--each`` say, in the ``--formats`` named.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sqlite3
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exchange_limits import limit_of
from exchange_million import ARTICLES, FORMATS, measure_million
from exchange_million import EACH as IN_EACH
from exchange_project import BenchProject

from annotator.bootstrap import open_project, surroundings
from annotator.core.errors import AnnotatorError
from annotator.core.foreign_values import ForeignArticle
from annotator.formats.project_jsonl import ProjectJsonlFormat
from annotator.service.exchange import export_project, import_planned, plan_import, verify_file
from annotator.service.exchange_ports import ExchangeOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.service.exchange_ports import AnnotationFormat, SentArticle, SentHighlight
    from annotator.service.project import Project

COUNT, EACH = 20_000, 100
TIMES = 3
OPTIONS = ExchangeOptions()
WHOLE_WAY = ("project-jsonl", "csv")
_TABLES = ("article", "revision", "paragraph", "highlight", "part", "claim")


@dataclass(frozen=True)
class Held:
    """An article with its highlights in memory, so that making them is not measured."""

    inner: SentArticle
    made: tuple[SentHighlight, ...]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    def highlights(self) -> Iterator[SentHighlight]:
        """Yield the highlights."""
        return iter(self.made)


class HeldProject(BenchProject):
    """A project in memory."""

    def articles(self) -> Iterator[Held]:  # type: ignore[override]  # stands in for its articles
        """Yield the articles, the same each time."""
        if "_held" not in self.__dict__:
            made = tuple(Held(one, tuple(one.highlights())) for one in super().articles())
            object.__setattr__(self, "_held", made)
        return iter(self.__dict__["_held"])


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that something takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def highlights_in(form: AnnotationFormat, path: Path) -> int:
    """Read a whole file and return how many highlights it has."""
    items = form.read(path, OPTIONS).items()
    return sum(len(one.highlights) for one in items if isinstance(one, ForeignArticle))


def size_of(place: Path) -> int:
    """Return the bytes of a file, or of all in a folder."""
    files = place.rglob("*") if place.is_dir() else [place]
    return sum(one.stat().st_size for one in files if one.is_file())


def measure_format(form: AnnotationFormat, made: HeldProject, folder: Path) -> dict[str, Any]:
    """Return what writing and reading take in one format, and what bare parsers take."""
    writing, reading, limits, count = [], [], [], 0
    for turn in range(TIMES):
        target = folder / f"{form.name}-{turn}{next(iter(form.suffixes), '')}"
        if form.folder:
            target.mkdir()
        writing.append(timed(lambda target=target: form.write(made, target, OPTIONS)))
        limits.append(limit_of(target))
        if form.reads:
            begun = time.process_time()
            count = highlights_in(form, target)
            reading.append(time.process_time() - begun)
    return {
        "bytes": size_of(target),
        "count": count,
        "write": min(writing),
        "read": min(reading) if reading else None,
        "parsers": limits[0].parsers,
        "bare_write": min(one.write for one in limits),
        "bare_read": min(one.read for one in limits),
    }


def measure_formats(count: int, folder: Path) -> dict[str, Any]:
    """Measure every format that writes; what cannot be written here is left out with its reason."""
    made = HeldProject(count // EACH, EACH)
    list(made.articles())
    figures = {}
    for form in sorted(surroundings().formats(), key=lambda one: one.name):
        if not form.writes or (form.extra and not _is_there(form.extra)):
            continue
        try:
            figures[form.name] = measure_format(form, made, folder)
        except AnnotatorError as error:
            print(f"{form.name}: left out: {error}", flush=True)
            continue
        figures[form.name]["title"] = form.title
        print(form.name, json.dumps(figures[form.name]), flush=True)
    return figures


def _is_there(extra: str) -> bool:
    return importlib.util.find_spec(extra) is not None


def measure_way(name: str, source: Path, articles: Path, folder: Path) -> dict[str, Any]:
    """Return what taking a file in takes, sending it out again and verifying it."""
    project = open_project(folder / f"{name}.factproj", create=True)
    if name != "project-jsonl":
        take_in(project, articles)
    figures: dict[str, Any] = {"bytes": source.stat().st_size}
    plans: list[Any] = []
    figures["plan"] = timed(lambda: plans.append(_planned(project, source)))
    figures["write"] = timed(lambda: import_planned(project, plans[0], source))
    figures["count"] = plans[0].report.counts["added"]
    figures["again"] = timed(lambda: _planned(project, source))
    out, options = folder / f"out.{name}", ExchangeOptions(format=name)
    figures["export"] = timed(
        lambda: export_project(project.queries, project.surroundings, out, options)
    )
    figures["verify"] = timed(
        lambda: verify_file(out, project.surroundings, options, queries=project.queries)
    )
    figures["undo"] = timed(project.undo)
    figures["redo"] = timed(project.redo)
    project.close()
    figures["bare"] = bare_insert(folder / f"{name}.factproj", folder / f"{name}.sqlite")
    print(name, json.dumps(figures), flush=True)
    return figures


def take_in(project: Project, path: Path) -> None:
    """Import a file."""
    import_planned(project, _planned(project, path), path)


def _planned(project: Project, path: Path) -> Any:
    return plan_import(project.queries, project.surroundings, path)


def bare_insert(project: Path, target: Path) -> float:
    """Put the same rows into bare tables of a new file, in one transaction."""
    with closing(sqlite3.connect(project)) as source:
        known = [row[0] for row in source.execute("SELECT name FROM sqlite_schema")]
        tables = [one for one in _TABLES if one in known]
        rows = {one: source.execute(f"SELECT * FROM {one}").fetchall() for one in tables}  # noqa: S608 - names of our own
    with closing(sqlite3.connect(target, isolation_level=None)) as bare:
        for name, there in rows.items():
            columns = ", ".join(f"c{place}" for place in range(len(there[0]) if there else 1))
            bare.execute(f"CREATE TABLE {name} ({columns})")

        def write() -> None:
            bare.execute("BEGIN IMMEDIATE")
            for name, there in rows.items():
                marks = ", ".join("?" * len(there[0])) if there else ""
                if there:
                    bare.executemany(f"INSERT INTO {name} VALUES ({marks})", there)  # noqa: S608 - names of our own
            bare.execute("COMMIT")

        return timed(write)


def measure_ways(count: int, folder: Path) -> dict[str, Any]:
    """Measure the whole way in and out in a few formats."""
    made = HeldProject(count // EACH, EACH)
    whole = folder / "whole.jsonl"
    ProjectJsonlFormat().write(made, whole, OPTIONS)
    articles = folder / "articles.jsonl"
    with whole.open("rb") as lines:
        kept = [line for line in lines if not line.startswith(b'{"type": "highlight"')]
    articles.write_bytes(b"".join(kept))
    forms = {one.name: one for one in surroundings().formats()}
    figures = {}
    for name in WHOLE_WAY:
        source = folder / f"source.{name}"
        forms[name].write(made, source, OPTIONS)
        figures[name] = measure_way(name, source, articles, folder)
    return figures


def main() -> None:
    """Measure and write the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--million", action="store_true", help="a million instead, for long")
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--each", type=int, default=IN_EACH)
    parser.add_argument("--formats", default=",".join(FORMATS), help="names, with commas between")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.million:
            figures = measure_million(
                folder,
                articles=options.articles,
                each=options.each,
                names=options.formats.split(","),
            )
        else:
            formats = measure_formats(options.count, folder)
            ways = measure_ways(options.count, folder)
            figures = {"count": options.count, "formats": formats, "ways": ways}
    if options.out:
        options.out.write_text(json.dumps(figures))


if __name__ == "__main__":
    main()
