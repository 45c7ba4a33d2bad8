"""Review a whole article by keys alone, in the real program, and write down each press.

    python -m tests.gui.review_by_keys ARTICLE TRANSCRIPT [PICTURE]

The article is the one about Kupyansk for which the plan was made: nineteen sentences.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.gui.real_desktop import Desktop, until, why_not

from annotator.bootstrap import open_project
from annotator.service.importing import prepare

MOST_PRESSES = 90
SPEAKER = "Ministry of Defense"


@dataclass(frozen=True)
class Step:
    """Keys pressed one after the other, what they do, and how much is then on the disk."""

    keys: tuple[str, ...]
    does: str
    reviewed: int
    highlights: int


def tag(number, key, does, highlights):
    """Tag the sentence at the cursor and go to the next one that is left."""
    return Step((key, "n"), f"Sentence {number}: {does}; next", number, highlights)


PLAN = (
    tag(1, "space", "nothing to tag", 0),
    tag(2, "1", "official claim", 1),
    tag(3, "space", "nothing to tag", 1),
    tag(4, "2", "analyst opinion", 2),
    Step(("1", "Return"), "Sentence 5: official claim; into its record", 5, 3),
    Step((*SPEAKER, "Escape", "n"), f"Speaker “{SPEAKER}”, kept as it is typed; back; next", 5, 3),
    tag(6, "space", "nothing to tag", 3),
    tag(7, "1", "official claim", 4),
    tag(8, "space", "nothing to tag", 4),
    tag(9, "2", "analyst opinion", 5),
    tag(10, "space", "nothing to tag", 5),
    tag(11, "2", "analyst opinion", 6),
    tag(12, "space", "nothing to tag", 6),
    tag(13, "3", "humanitarian concern", 7),
    tag(14, "3", "humanitarian concern", 8),
    tag(15, "3", "humanitarian concern", 9),
    Step(("2", "3", "n"), "Sentence 16: analyst opinion and humanitarian concern; next", 16, 11),
    Step(
        ("v", *["ctrl+shift+Right"] * 8, "1", "Escape", "n"),
        "Sentence 17: a caret; eight words selected; official claim; the caret away; next",
        17,
        12,
    ),
    tag(18, "2", "analyst opinion", 13),
    Step(("space",), "Sentence 19: nothing to tag; nothing is left", 19, 13),
)


def review(desktop):
    """Press the keys of the plan, each step seen on the disk before the next."""
    for step in PLAN:
        for key in step.keys:
            desktop.press(named(key))
        until(
            lambda step=step: figures(desktop) == (step.reviewed, step.highlights),
            f"“{step.does}” is on the disk",
        )


def named(key):
    """Return a key as xdotool calls it."""
    if key == " ":
        return "space"
    return f"shift+{key.lower()}" if len(key) == 1 and key.isupper() else key


def figures(desktop):
    """Return how many sentences are reviewed and how many highlights there are."""
    stats = desktop.ask(lambda queries: queries.stats())
    return stats.reviewed, stats.highlights


def speakers(desktop):
    """Return the speakers of all claim records."""
    return desktop.ask(lambda queries: queries.speakers())


def transcript(plan):
    """Return the page that tells each press."""
    presses = sum(len(step.keys) for step in plan)
    lines = [
        "# A whole article by keys alone",
        "",
        f"Written by `tests/gui/review_by_keys.py` while it pressed {presses} keys in the window:",
        "an article of 19 sentences, read through, tagged and described without the mouse.",
        "After each line the script saw the new figures on the disk before it went on.",
        "",
        "| Presses | Keys | What they do | Reviewed | Highlights |",
        "| --: | --- | --- | --: | --: |",
    ]
    pressed = 0
    for step in plan:
        pressed += len(step.keys)
        typed = SPEAKER if step.keys[: len(SPEAKER)] == tuple(SPEAKER) else ""
        rest = [shown(key) for key in step.keys[len(typed) :]]
        keys = " ".join(f"`{key}`" for key in ([typed] if typed else []) + rest)
        lines.append(f"| {pressed} | {keys} | {step.does} | {step.reviewed} | {step.highlights} |")
    return "\n".join([*lines, ""])


def shown(key):
    """Return a key as the manual writes it."""
    names = {
        "space": "Space",
        " ": "Space",
        "Escape": "Esc",
        "ctrl+shift+Right": "Ctrl+Shift+Right",
    }
    return names.get(key, key.upper() if len(key) == 1 and key in "nv" else key)


def main(article, target, picture=None):
    """Review the article on a display of its own."""
    if why_not():
        raise SystemExit(why_not())
    assert sum(len(step.keys) for step in PLAN) < MOST_PRESSES
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "desk.factproj")
        made = open_project(project, create=True)
        made.add(prepare([Path(article)], made.surroundings))
        made.close()
        desktop = Desktop(project, Path(folder, "home"))
        try:
            desktop.start()
            assert figures(desktop) == (0, 0)
            review(desktop)
            assert speakers(desktop) == [SPEAKER]
            if picture:
                desktop.picture(Path(picture))
            desktop.quit()
        finally:
            desktop.close()
    Path(target).write_text(transcript(PLAN), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
