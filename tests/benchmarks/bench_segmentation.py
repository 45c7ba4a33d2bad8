"""Measure the segmenters on gold data: ``python bench_segmentation.py SAMPLES_DIR``.

SAMPLES_DIR holds the English Golden Rules as ``golden-rules-en/golden_rules_en.json`` (a list of
{"text", "sentences"}) and the news of the GUM corpus as ``gum-wikinews/gum_wikinews.jsonl``
(articles with {"paragraphs": [{"sentences": [{"text", "space_after"}]}]}). Counted are the
boundaries inside paragraphs; a paragraph's last one is given to all alike and left out.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from annotator.core.segmenter import PlainSegmenter, Segmenter
from annotator.text.qt_segmenter import QtSegmenter
from annotator.text.sentencex_segmenter import SentencexSegmenter


@dataclass(frozen=True, slots=True)
class Score:
    """Boundaries found rightly, found wrongly and missed, and the time it took."""

    right: int
    wrong: int
    missed: int
    seconds: float
    characters: int

    def __str__(self) -> str:
        precision = self.right / (self.right + self.wrong)
        recall = self.right / (self.right + self.missed)
        f1 = 2 * precision * recall / (precision + recall)
        speed = self.characters / self.seconds / 1e6
        return (
            f"{100 * precision:6.1f} {100 * recall:6.1f} {100 * f1:6.1f}"
            f" {self.wrong:6} {self.missed:6} {speed:8.1f}"
        )


def golden(samples: Path, segmenter: Segmenter) -> list[int]:
    """Return the numbers of the golden rules that the segmenter meets exactly."""
    cases = json.loads((samples / "golden-rules-en" / "golden_rules_en.json").read_text("utf-8"))
    return [case["n"] for case in cases if _cut(case["text"], segmenter) == case["sentences"]]


def gold_paragraphs(samples: Path) -> Iterator[tuple[str, set[int]]]:
    """Yield each paragraph's text with the boundaries inside it."""
    lines = (samples / "gum-wikinews" / "gum_wikinews.jsonl").read_text("utf-8").splitlines()
    for line in lines:
        for paragraph in json.loads(line)["paragraphs"]:
            text, ends = "", set()
            for sentence in paragraph["sentences"]:
                text += sentence["text"] + (" " if sentence["space_after"] else "")
                ends.add(len(text))
            yield text, ends - {len(text)}


def score(samples: Path, segmenter: Segmenter) -> Score:
    """Return how the segmenter's boundaries compare with the gold ones."""
    gold = list(gold_paragraphs(samples))
    began = time.perf_counter()
    answers = [set(segmenter.boundaries(text)) - {len(text)} for text, _ in gold]
    seconds = time.perf_counter() - began
    pairs = [(answer, ends) for answer, (_, ends) in zip(answers, gold, strict=True)]
    return Score(
        right=sum(len(answer & ends) for answer, ends in pairs),
        wrong=sum(len(answer - ends) for answer, ends in pairs),
        missed=sum(len(ends - answer) for answer, ends in pairs),
        seconds=seconds,
        characters=sum(len(text) for text, _ in gold),
    )


def main() -> None:
    """Print one line per segmenter."""
    samples = Path(sys.argv[1])
    segmenters: list[Segmenter] = [
        SentencexSegmenter(quotes=False),
        SentencexSegmenter(quotes=True),
        QtSegmenter(),
        PlainSegmenter(),
    ]
    header = "golden  prec.  recall   F1    over  under     MB/s"
    sys.stdout.write(f"{'segmenter':36} {header}\n")
    for segmenter in segmenters:
        met = len(golden(samples, segmenter))
        sys.stdout.write(f"{segmenter.name:36} {met:3}/48 {score(samples, segmenter)}\n")


def _cut(text: str, segmenter: Segmenter) -> list[str]:
    ends = [0, *segmenter.boundaries(text)]
    return [text[a:b].strip() for a, b in pairwise(ends)]


if __name__ == "__main__":
    main()
