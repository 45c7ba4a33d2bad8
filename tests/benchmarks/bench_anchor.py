"""Where highlights land in a revised text, for several seeds, and how long that takes."""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anchor_contenders import CONTENDERS
from anchor_corpus import revision

from annotator.core.anchor_values import Outcome
from annotator.core.span import Span

if TYPE_CHECKING:
    from anchor_contenders import Answer
    from anchor_corpus import Revision

CHARACTERS, HIGHLIGHTS, EDITS = 200_000, 1_000, 500
# Both edges within so many code points of where they belong: right.
NEAR = 2
TIMES = 3


def judged(answer: Answer, truth: Span | None) -> str:
    """Say what an answer is worth.

    Right: both edges within NEAR of the highlight's own words. Edge off: over its own words, an
    edge farther off. Wrong: anywhere else, or anywhere at all when its words are gone.
    """
    if not isinstance(answer, Span):
        return str(answer.value) if truth or answer is Outcome.AMBIGUOUS else "rightly lost"
    if truth is None or not answer.overlaps(truth):
        return "wrong"
    off = max(abs(answer.start - truth.start), abs(answer.end - truth.end))
    return "right" if off <= NEAR else "edge off"


def measured(name: str, revised: Revision) -> tuple[Counter[str], float]:
    """Return what one contender's answers are worth, and its least time in milliseconds."""
    taken = []
    for _ in range(TIMES if name == "ours" else 1):
        start = time.process_time()
        answers = CONTENDERS[name](revised.old, revised.new, revised.quotations)
        taken.append((time.process_time() - start) * 1000)
    return Counter(map(judged, answers, revised.truth)), min(taken)


def measure(seeds: int, scale: float) -> dict[str, Any]:
    """Let each contender follow the highlights of each seed."""
    told: dict[str, Any] = {name: {"shares": Counter(), "ms": []} for name in CONTENDERS}
    kinds: Counter[str] = Counter()
    gone = 0
    sizes = {
        "characters": int(CHARACTERS * scale),
        "highlights": int(HIGHLIGHTS * scale),
        "edits": int(EDITS * scale),
    }
    for seed in range(1, seeds + 1):
        revised = revision(seed, **sizes)
        kinds += revised.edits
        gone += revised.truth.count(None)
        for name in CONTENDERS:
            shares, taken = measured(name, revised)
            told[name]["shares"] += shares
            told[name]["ms"].append(taken)
        print(f"seed {seed}: {dict(told['ours']['shares'])}", flush=True)
    for one in told.values():
        one["ms"] = {"median": statistics.median(one["ms"]), "worst": max(one["ms"])}
    return {**sizes, "seeds": seeds, "gone": gone, "kinds": kinds, "contenders": told}


def main() -> None:
    """Measure, print, and write the figures where ``--out`` says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--scale", type=float, default=1.0, help="of texts, highlights and edits")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    figures = measure(options.seeds, options.scale)
    for name, one in figures["contenders"].items():
        print(f"{name:26} {one['ms']['median']:9.0f} ms", dict(one["shares"]))
    if options.out:
        options.out.write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
