"""Give a reader files that atheris makes, guided by what they run of it and of its libraries.

``python tests/fuzz/readers.py docx -max_total_time=60``; what follows the name goes to libFuzzer.
Each file is to be read, or refused with a sentence of our own; what is not is left beside.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
# What is written in Python; the others are libraries of C, of which atheris sees nothing.
LIBRARIES = ["annotator", "charset_normalizer", "email", "feedparser", "json", "mammoth",
             "markdown_it", "openpyxl", "pypdf", "striprtf", "trafilatura", "warcio",
             "zipfile"]  # fmt: skip
LONGEST_INPUT, LONGEST_SECONDS = 20_000, 20


def main(point: str, *options: str) -> None:
    """Try inputs until one breaks the law, or an option of libFuzzer's ends it."""
    import atheris  # noqa: PLC0415 - of the extra "fuzz", which the suite does without

    with tempfile.TemporaryDirectory() as name:
        with atheris.instrument_imports(include=LIBRARIES):
            from tests.fuzz.targets import Target  # noqa: PLC0415 - to be watched from its import on

            target = Target(point, Path(name))
            for seed in target.seeds():  # imports what the reader needs
                target.try_input(seed)
        corpus = Path(name) / "seeds"
        corpus.mkdir()
        for number, seed in enumerate(target.seeds()):
            (corpus / str(number)).write_bytes(seed)
        bounds = [f"-max_len={LONGEST_INPUT}", f"-timeout={LONGEST_SECONDS}"]
        # An input named is tried alone.
        named = any(not one.startswith("-") for one in options)
        begin = () if named else (str(corpus),)
        atheris.Setup([sys.argv[0], *bounds, *options, *begin], target.try_input)
        atheris.Fuzz()


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    main(*sys.argv[1:])
