"""Measure the highlight index beside its peers: `python tests/benchmarks/bench_index.py --help`.

Every contender holds the same highlights, answers the same questions and suffers the same
changes, each timed on its own; the table shows medians in microseconds. Before anything is timed,
answers are compared, so that nobody is fast by being wrong.
"""

from __future__ import annotations

import gc
import json
import platform
import random
import sys
import time
import tracemalloc
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import click
from index_contenders import CONTENDERS, Ours

from annotator.core.edit import Edit

LABELS = range(12)
LABEL_WEIGHTS = [1 / (rank + 1) for rank in LABELS]  # Zipf
CHARACTERS_PER_HIGHLIGHT = 20
VIEW = 3740
AIMS = {
    "view": 180,
    "stab": 40,
    "add": 10,
    "remove": 12,
    "edit": 130,
    "typing": 90,
    "next_by_label": 20,
    "bytes": 70,
}
VERBS = ("view", "stab", "next_by_label", "relabel", "remove", "add", "edit", "typing")
MOST_CALLS = 2000


def length(chance):
    """Draw a highlight's length: sentences mostly, some paragraphs, few sections."""
    draw = chance.random()
    if draw < 0.001:
        return 0
    if draw < 0.9:
        return max(1, round(chance.gauss(60, 20)))
    return chance.randint(300, 2000) if draw < 0.99 else chance.randint(2000, 20_000)


def workload(count):
    """Return highlights, five of them as long as the article, and the article's length."""
    chance = random.Random(count)
    text = count * CHARACTERS_PER_HIGHLIGHT
    labels = chance.choices(LABELS, LABEL_WEIGHTS, k=count)
    items = [(key, 0, text, labels[key]) for key in range(5)]
    for key in range(5, count):
        start = chance.randrange(text)
        items.append((key, start, min(text, start + length(chance)), labels[key]))
    return items, text


def calls(verb, items, text):
    """Yield arguments for a verb, ever different and the same for every contender."""
    count = len(items)
    chance = random.Random(f"{verb} {count}")
    keys = [key for key, start, end, _ in items[5:] if start < end]
    some = chance.sample(keys, min(len(keys), MOST_CALLS))
    for number, key in enumerate(some):
        place = chance.randrange(text - VIEW)
        label = chance.choices(LABELS, LABEL_WEIGHTS)[0]
        if verb == "view":
            yield place, place + VIEW
        elif verb == "stab":
            yield (place,)
        elif verb == "next_by_label":
            yield place, label
        elif verb == "add":
            yield count + number, place, place + max(1, length(chance)), label
        elif verb == "remove":
            yield (key,)
        elif verb == "relabel":
            yield key, label
        elif verb == "edit":
            yield (Edit(place, chance.randrange(4), chance.randrange(8)),)
        else:
            yield (Edit(text // 2 + number, 0, 1),)


def timed(act, arguments, seconds):
    """Return the median time of single calls in microseconds, and the 95th percentile."""
    samples = []
    deadline = time.perf_counter() + seconds
    for row in arguments:
        began = time.perf_counter_ns()
        act(*row)
        samples.append((time.perf_counter_ns() - began) / 1000)
        if time.perf_counter() > deadline:
            break
    samples.sort()
    return {
        "median": median(samples),
        "p95": samples[len(samples) * 95 // 100],
        "calls": len(samples),
    }


def retained(make, items):
    """Return the bytes that Python retains per highlight, the items themselves excluded."""
    gc.collect()
    tracemalloc.start()
    kept = make(items)
    gc.collect()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return size / len(items)


def compare(contender, oracle, items, text):
    """Stop if a contender's answers are not ours; empty highlights are left aside."""
    empty = {key for key, start, end, _ in items if start == end}
    chance = random.Random(text)
    for place in chance.choices(range(text - VIEW), k=10):
        for verb, row in (("view", (place, place + VIEW)), ("stab", (place,))):
            ours = {hit[0] for hit in getattr(oracle, verb)(*row)} - empty
            theirs = {hit[0] for hit in getattr(contender, verb)(*row)} - empty
            if ours != theirs:
                raise SystemExit(f"{contender.name} answers {verb}{row} differently")


def measure(make, items, text, *, seconds, known):
    """Return all figures of one contender; ``known`` tells what to leave out, and why."""
    count = len(items)
    began = time.perf_counter()
    contender = make(items)
    figures = {"build": {"median": (time.perf_counter() - began) * 1e6 / count}}
    compare(contender, Ours(items), items, text)
    gc.collect()
    for verb in VERBS:
        act = getattr(contender, "edit" if verb == "typing" else verb, None)
        if act is None or verb in known:
            figures[verb] = {"median": None, "why": known.get(verb, "not offered")}
            continue
        figures[verb] = timed(act, calls(verb, items, text), seconds)
    del contender
    if (make.in_python and count <= 100_000) or make is Ours:
        figures["bytes"] = {"median": retained(make, items)}
    return figures


def too_slow(before, growth, patience):
    """Name what would take longer than the patience, judged by a smaller size."""
    return {
        verb: f"would take about {figure['median'] * growth / 1e6:.0f} s a call"
        for verb, figure in before.items()
        if verb in VERBS and figure["median"] and figure["median"] * growth / 1e6 > patience
    }


def shown(figure):
    if figure is None or figure["median"] is None:
        return "–"
    value = figure["median"]
    return f"{value:,.1f}" if value < 100 else f"{value:,.0f}"


def table(count, rows):
    """Lay out one size as a Markdown table."""
    columns = ("build", "bytes", *VERBS)
    lines = [
        f"\n{count:,} highlights: medians in µs (build: µs per highlight; bytes: per highlight)",
        "| | " + " | ".join(columns) + " |",
        "|---|" + "--:|" * len(columns),
    ]
    lines += [
        f"| {name} | " + " | ".join(shown(figures.get(column)) for column in columns) + " |"
        for name, figures in rows.items()
    ]
    lines.append("| *aim at 100,000* | " + " | ".join(str(AIMS.get(c, "")) for c in columns) + " |")
    return "\n".join(lines)


@click.command()
@click.option("--sizes", default="10000,100000", help="Numbers of highlights, by commas.")
@click.option("--out", type=click.Path(path_type=Path), help="Write all figures there as JSON.")
@click.option("--only", default="", help="Measure only contenders whose name has this in it.")
@click.option("--seconds", default=1.0, help="How long to repeat one kind of call.")
@click.option("--patience", default=30.0, help="Leave out what would take longer, in seconds.")
def main(sizes, out, only, seconds, patience):
    """Measure the highlight index beside its peers."""
    results = {}
    last = {}
    for count in map(int, sizes.split(",")):
        items, text = workload(count)
        rows = results[count] = {}
        for make in CONTENDERS:
            missing = ", ".join(name for name in make.needs if find_spec(name) is None)
            if only not in make.name:
                continue
            if missing:
                click.echo(f"{make.name}: skipped, not installed: {missing}", err=True)
                continue
            known = {}
            if make in last:
                smaller, before = last[make]
                growth = count / smaller * 1.2
                building = before["build"]["median"] * growth * smaller / 1e6
                if building > 6 * patience:
                    click.echo(
                        f"{make.name}: skipped, building takes about {building:.0f} s", err=True
                    )
                    continue
                known = too_slow(before, growth, patience)
            rows[make.name] = measure(make, items, text, seconds=seconds, known=known)
            last[make] = (count, rows[make.name])
            for verb, why in known.items():
                click.echo(f"{make.name}: {verb} left out, {why}", err=True)
        click.echo(table(count, rows))
    if out:
        report = {
            "python": sys.version.split()[0],
            "machine": platform.machine(),
            "aims": AIMS,
            "sizes": results,
        }
        out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
