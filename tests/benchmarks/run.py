"""Run every benchmark and write what came out into docs/performance.md and README.md."""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import report
import report_finding
import report_readers

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OUT = ROOT / "build" / "bench"
BENCHMARKS = {
    "startup": ["bench_startup.py"],
    "window": ["bench_window.py", "--keep", str(OUT / "projects")],
    "costs": ["bench_costs.py"],
    "typing": ["bench_typing.py"],
    "index": ["bench_index.py"],
    "mypyc": ["bench_mypyc.py"],
    "finding": ["bench_finding.py"],
    "anchor": ["bench_anchor.py"],
    "readers": ["bench_readers.py"],
    "import": ["bench_import.py"],
    "exchange": ["bench_exchange.py"],
    "teams": ["bench_teams.py"],
    "million": ["bench_exchange.py", "--million"],
}
# What takes a quarter of an hour is measured when it is asked for by name.
ASKED_FOR = {"million"}
QUICK = {
    "typing": ["--chars", "200000", "--highlights", "10000"],
    "window": ["--sizes", "100,10000"],
    "index": ["--sizes", "1000,10000"],
    "mypyc": ["--seconds", "0.2"],
    "finding": ["--sizes", "10x1000,100x10000"],
    "anchor": ["--seeds", "1", "--scale", "0.2"],
    "readers": ["--chars", "100000"],
    "import": ["--count", "2000"],
    "exchange": ["--count", "2000"],
    "teams": ["--count", "2000", "--largest", "100"],
}
FULL = {"window": ["--sizes", "100,100000"], "index": ["--sizes", "10000,100000,1000000"]}


def main() -> int:
    """Measure, then write the pages; ``--write-only`` writes from the figures of the last run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes; writes no page")
    parser.add_argument("--only", choices=BENCHMARKS, help="measure one, keep the others' figures")
    parser.add_argument("--write-only", action="store_true", help="measure nothing")
    options = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    for name, words in BENCHMARKS.items():
        if options.write_only or name != (options.only or name):
            continue
        if name in ASKED_FOR and name != options.only:
            continue
        print(f"— {name}", flush=True)
        sizes = (QUICK if options.quick else FULL).get(name, [])
        target = OUT / ("quick" if options.quick else "") / f"{name}.json"
        target.parent.mkdir(exist_ok=True)
        command = [sys.executable, *words, *sizes, "--out", str(target)]
        done = subprocess.run(command, cwd=HERE, check=False)
        if done.returncode != 0:
            return done.returncode
    if not options.quick:
        write_pages()
    return 0


def write_pages() -> None:
    """Write the pages from the figures in build/bench; what is not there stays as it was."""
    there = {name: OUT / f"{name}.json" for name in BENCHMARKS}
    figures = {name: json.loads(one.read_text()) for name, one in there.items() if one.exists()}
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    day = datetime.now(UTC).date().isoformat()
    target = ROOT / "docs" / "performance.md"
    old = target.read_text("utf-8") if target.exists() else ""
    page = report.performance_page(figures, old=old, machine=machine, day=day)
    target.write_text(page, encoding="utf-8")
    images = ROOT / "docs" / "images"
    images.mkdir(exist_ok=True)
    if "index" in figures:
        report.draw_growth(figures["index"], images / "index-growth.png")
    if "finding" in figures:
        report_finding.draw_finding(figures["finding"], images / report_finding.PICTURE)
    if "readers" in figures:
        articles = ROOT / "docs" / "articles.md"
        filled = report_readers.with_seconds(articles.read_text("utf-8"), figures["readers"])
        articles.write_text(filled, encoding="utf-8")
    if "index" in figures and "startup" in figures:
        readme = ROOT / "README.md"
        table = report.headline_table(figures)
        readme.write_text(report.with_table(readme.read_text("utf-8"), table), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
