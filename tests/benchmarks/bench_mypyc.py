"""Measure what the index gains when mypyc compiles a copy of it: the pure files stay the source.

The copy is built in a temporary folder; pure and compiled take turns, each in a process of its
own, and the least median of each operation counts. Without mypyc or a C compiler this says so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from importlib.util import find_spec
from pathlib import Path

import click
from bench_index import VERBS

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent.parent / "src"
# Left as they are: a subclass of array, which mypyc 2.4 cannot compile, and what is never hot.
INTERPRETED = {"index_labels.py", "index_errors.py", "index_check.py"}
SIZE = "100000"
ROUNDS = 3


def modules():
    """Return the files of the index that are compiled, below the source folder."""
    core = SOURCE / "annotator" / "core"
    files = [core / "highlight_index.py", core / "edit.py", core / "span.py"]
    files += [path for path in sorted(core.glob("index_*.py")) if path.name not in INTERPRETED]
    return [path.relative_to(SOURCE).as_posix() for path in files]


def obstacle():
    """Name what is missing for a build, if anything is."""
    if find_spec("mypyc") is None or find_spec("setuptools") is None:
        return "mypyc or setuptools is not installed"
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if sys.platform != "win32" and shutil.which(compiler) is None:
        return f"there is no C compiler {compiler}"
    return None


def build(folder):
    """Compile a copy of the index in this folder; return what went wrong, or None."""
    shutil.copytree(SOURCE / "annotator", folder / "annotator")
    command = [sys.executable, "-m", "mypyc", *modules()]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        return f"mypyc failed: {(done.stdout + done.stderr).strip()[-600:]}"
    made = list((folder / "annotator" / "core").glob("highlight_index.*[!y]"))
    return None if made else "mypyc built nothing"


def measured(source, out, seconds):
    """Return the medians of the index that this folder holds."""
    environment = {**os.environ, "PYTHONPATH": str(source)}
    words = ["--only", "HighlightIndex", "--sizes", SIZE, "--seconds", str(seconds)]
    command = [sys.executable, str(HERE / "bench_index.py"), *words, "--out", str(out)]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    (figures,) = json.loads(out.read_text("utf-8"))["sizes"][SIZE].values()
    return {name: figure["median"] for name, figure in figures.items()}


def least(rounds):
    """Return the least figure of each operation."""
    return {name: min(figures[name] for figures in rounds) for name in rounds[0]}


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="Write all figures there as JSON.")
@click.option("--seconds", default=1.0, help="How long to repeat one kind of call.")
def main(out, seconds):
    """Measure what the index gains when mypyc compiles a copy of it."""
    result = {"why": obstacle()}
    if result["why"] is None:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            result["why"] = build(folder)
            if result["why"] is None:
                took = [
                    [measured(source, folder / "figures.json", seconds) for source in pair]
                    for pair in [(SOURCE, folder)] * ROUNDS
                ]
                pure, compiled = (least(rounds) for rounds in zip(*took, strict=True))
                result |= {"pure": pure, "compiled": compiled}
    if result["why"]:
        click.echo(f"not measured: {result['why']}", err=True)
    else:
        for verb in ("build", "bytes", *VERBS):
            ratio = result["pure"][verb] / result["compiled"][verb]
            click.echo(f"{verb}: {ratio:.2f} times as fast")
    if out:
        out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
