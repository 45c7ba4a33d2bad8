"""Act out a week of three reviewers who work apart, and write down what happened.

``python packaging/make_team_week.py FOLDER [--seed N] [--source WORDS] [--write PAGE]`` takes
twenty articles of a folder: text files, or lines of JSON with title and paragraphs of sentences.
Everything happens in real project files through real bundles. The same seed gives the same
transcript; with ``--write`` that is put between two markers of a page, else it is printed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from team_members import Member, Sent, WeekClock

from annotator.core.span import Span
from annotator.service.bundle.content import Scope
from annotator.service.codebook_commands import ChangeLabel
from annotator.service.commands import (
    AddHighlight,
    DescribeClaim,
    RelabelHighlight,
    RemoveHighlights,
    ToggleReviewed,
)
from annotator.service.merging.report import COUNTS
from annotator.team.settling import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.records import Article, Highlight
    from annotator.service.merging.conflicts import Conflict

BEGIN, END = "<!-- week: begin -->", "<!-- week: end -->"
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SPEAKERS: Final = ("The minister", "A spokesperson", "An eyewitness")
SLIP: Final = "[Corrected by the desk.] "
# Shorter sentences are mostly dates and names.
LEAST: Final = 40
# Of all bundles that are sent by mail: lost, delivered twice, or a day late.
LOST, TWICE, LATE = 0.2, 0.2, 0.2


@dataclass(frozen=True)
class Delivery:
    """A bundle for somebody; ``how`` tells what the post did to it."""

    bundle: Sent
    to: Member
    how: str = ""


class Week:
    """Three reviewers, what they do, and a transcript of it."""

    def __init__(self, files: list[Path], folder: Path, seed: int, *, marks: int = 4) -> None:
        self.lines: list[str] = []
        self._draw, self._files, self._marks = random.Random(seed), files, marks
        self._clock = WeekClock()
        lates = (timedelta(), timedelta(days=2), timedelta())
        self.members = [
            Member(name, folder, self._clock, late)
            for name, late in zip(("Ana", "Ben", "Chi"), lates, strict=True)
        ]
        self.bundles: list[Sent] = []
        self._post: list[Delivery] = []
        self._rows: list[str] = []

    def run(self) -> None:
        """Go through the week."""
        days = (self._monday, self._tuesday, self._wednesday, self._thursday, self._friday)
        for number, (name, day) in enumerate(zip(DAYS, days, strict=True)):
            self._clock.turn_to(number)
            self.lines += [f"### {name}", ""]
            day()
            self._tell_rows()
        self._end()

    def close(self) -> None:
        """Let go of the files."""
        for one in self.members:
            one.project.close()

    def _monday(self) -> None:
        ana, ben, chi = self.members
        self._say(f"Ana begins a project with {ana.take_in(self._files)} articles.")
        self._mark(ana)
        self._hand_over(self._send(ana, Scope.FULL), ben)
        self._mark(ben)
        chi.take_in(self._files)
        self._say("Chi has not heard of that, and begins one of her own with the same files.")
        self._mark(chi)

    def _tuesday(self) -> None:
        ana, ben, chi = self.members
        first = self.bundles[0]
        self._say("Chi gets Ana's first bundle: the articles of both are the same from now on.")
        self._hand_over(first, chi)
        self._mark(ana, ben, chi)
        whole = self._send(chi, Scope.FULL)
        self._mail(whole, self._send(ana, Scope.CHANGES), self._send(ben, Scope.CHANGES))
        self._deliver()

    def _wednesday(self) -> None:
        ana, ben, chi = self.members
        title = self._edit(ana)
        self._say("Ben and Chi go on in the older text of it.")
        for one in (ben, chi):
            self._mark_in(one, next(each for each in one.articles if each.title == title))
        label = chi.project.queries.codebook().labels[1]
        chi.execute(ChangeLabel(label.id, (("name", "Opinion of an expert"),)))
        self._say(f"Chi renames the label “{label.name}” to “Opinion of an expert”.")
        self._mail(*(self._send(one, Scope.CHANGES) for one in self.members))
        self._deliver()

    def _thursday(self) -> None:
        ana, ben, chi = self.members
        contested, described = self._known_to_all()
        quote = _short(contested.quote)
        ben.execute(RemoveHighlights((contested.id,)))
        self._say(f"Ben deletes Ana's highlight “{quote}”.")
        key = self._other_label(chi, contested)
        chi.execute(RelabelHighlight(contested.id, key))
        self._say(f"Chi gives the same highlight the label `{key}`.")
        for one, verdict in ((ben, "supported"), (chi, "refuted")):
            one.execute(DescribeClaim(described.id, (("verdict", verdict),)))
            self._say(f"{one.name} puts down “{verdict}” for “{_short(described.quote)}”.")
        self._mark(ana)
        bundles = [self._send(one, Scope.CHANGES) for one in self.members]
        self._say("Ben also sends all he has as quotes only.")
        self._mail(*bundles, self._send(ben, Scope.FULL, quotes_only=True))
        self._deliver()

    def _friday(self) -> None:
        ana, ben, chi = self.members
        self._say("What the post still has comes in.")
        self._deliver(all_of_it=True)
        self._say("To settle what differs, Ben and Chi hand all they have to Ana.")
        for one in (ben, chi):
            self._hand_over(self._send(one, Scope.FULL), ana)
        for found in ana.conflicts:
            self._settle(ana, found)
        self._exchange()

    def _end(self) -> None:
        rows = []
        for one in self.members:
            counts = (len(one.articles), len(one.highlights), len(one.conflicts), one.doubles())
            findings = len(one.project.check())
            cells = [one.name, *map(str, counts), "clean" if not findings else f"{findings} wrong"]
            rows.append(" | ".join(cells))
        heads = "member | articles | highlights | conflicts | doubles | `annotator check`"
        same = len({one.bundle_id for one in self.bundles[-len(self.members) :]}) == 1
        told = "have one and the same `bundle_id`" if same else "differ"
        self.lines += ["### In the end", ""]
        self.lines += [f"| {line} |" for line in (heads, "---|--:|--:|--:|--:|---", *rows)]
        self.lines += ["", f"The last whole bundles of all three {told}.", ""]

    # What somebody does.

    def _mark(self, *members: Member) -> None:
        for one in members:
            articles = self._draw.sample(one.articles, min(len(one.articles), self._marks))
            for article in articles:
                self._mark_in(one, article, quietly=True)
            self._say(
                f"{one.name} marks in {len(articles)} articles, and has"
                f" {len(one.highlights)} highlights now."
            )

    def _mark_in(self, one: Member, article: Article, *, quietly: bool = False) -> None:
        """Tag some sentences of an article, describe a claim, and mark sentences as reviewed."""
        every = list(one.project.open_article(article.id).sentences)
        spans = [span for span in every if len(span) >= LEAST]
        chosen = sorted(self._draw.sample(spans, min(len(spans), 4)))
        *tagged, reviewed = chosen
        labels = one.project.queries.codebook().labels
        before = {each.id for each in one.highlights}
        for span in tagged:
            label = self._draw.choice(labels)
            one.execute(AddHighlight(article.id, (span,), label.key))
        fresh = [each for each in one.highlights if each.id not in before]
        if fresh:
            speaker = self._draw.choice(SPEAKERS)
            one.execute(DescribeClaim(fresh[0].id, (("speaker", speaker),)))
        one.execute(ToggleReviewed(article.id, (reviewed,)))
        if not quietly:
            self._say(f"{one.name} marks {len(tagged)} sentences of “{_short(article.title)}”.")

    def _edit(self, one: Member) -> str:
        """Edit an article that has highlights by hand, and return its title."""
        marked = {each.article_id for each in one.highlights}
        article = self._draw.choice([each for each in one.articles if each.id in marked])
        opened = one.project.open_article(article.id)
        second = opened.sentences.span(1)
        editing = one.project.edit_text(opened)
        editing.replace(Span(second.start, second.start), SLIP)
        editing.finish()
        self._say(f"{one.name} corrects the text of “{_short(article.title)}”.")
        return article.title

    def _known_to_all(self) -> tuple[Highlight, Highlight]:
        """Return two highlights that everybody knows, the second one with a claim record."""
        ana, *others = self.members
        known = [{each.id for each in one.highlights} for one in others]
        mine = ana.project.reviewer.id
        both = [one for one in ana.highlights if all(one.id in each for each in known)]
        described = next(one for one in both if one.claim_id)
        contested = [one for one in both if one.reviewer_id == mine and one.id != described.id]
        return self._draw.choice(contested), described

    def _other_label(self, one: Member, highlight: Highlight) -> str:
        labels = one.project.queries.codebook().labels
        return next(each.key for each in labels if each.id != highlight.label_id)

    def _settle(self, one: Member, found: Conflict) -> None:
        told = "; ".join(
            f"{each.field or 'there'}: {each.ours_told} ≠ {' ≠ '.join(each.theirs_told)}"
            for each in found.disputes
        )
        choice = Choice.THEIRS if found.kind == "claim" else Choice.OURS
        quote = f" “{_short(found.quote)}”" if found.quote else ""
        self._say(f"`conflicts` tells {one.name} of the {found.kind}{quote}: {told}.")
        one.settle(found, choice)
        self._say(f"{one.name} settles it: **{choice.value}**.")

    # How bundles travel.

    def _send(self, one: Member, scope: Scope, *, quotes_only: bool = False) -> Sent:
        bundle = one.send(len(self.bundles) + 1, scope, quotes_only=quotes_only)
        self.bundles.append(bundle)
        return bundle

    def _mail(self, *bundles: Sent) -> None:
        """Give bundles to the post, each for everybody else."""
        for bundle in bundles:
            self._say(f"Bundle {bundle.number}, from {bundle.by.name}: {bundle.what}.")
            for to in self.members:
                if to is not bundle.by:
                    self._post.append(Delivery(bundle, to))

    def _deliver(self, *, all_of_it: bool = False) -> None:
        """Deliver in any order, but for what is lost; some comes twice, some another day."""
        waiting, self._post = self._post, []
        self._draw.shuffle(waiting)
        for one in waiting:
            chance = 1.0 if all_of_it else self._draw.random()
            if chance < LOST:
                self._row(one.bundle, one.to, "lost", None)
                continue
            if chance < LOST + LATE:
                self._post.append(Delivery(one.bundle, one.to, "late"))
                continue
            for how in (one.how, "once more") if chance < LOST + LATE + TWICE else (one.how,):
                self._take(one.bundle, one.to, how)

    def _hand_over(self, bundle: Sent, to: Member) -> None:
        self._say(f"Bundle {bundle.number}, from {bundle.by.name} to {to.name}: {bundle.what}.")
        self._take(bundle, to, "by hand")

    def _take(self, bundle: Sent, to: Member, how: str) -> bool:
        """Merge a bundle, and tell whether anything came of it."""
        before = to.project.queries.newest_change()
        report = to.merge(bundle)
        counts = [report.articles_added, *(report.counts[name] for name in COUNTS)]
        self._row(bundle, to, how, counts)
        return to.project.queries.newest_change() != before

    def _exchange(self) -> None:
        """Exchange whole bundles until nothing is new to anybody."""
        rounds, new = 0, True
        while new:
            rounds += 1
            bundles = [self._send(one, Scope.FULL) for one in self.members]
            pairs = [(one, to) for one in bundles for to in self.members if to is not one.by]
            self._draw.shuffle(pairs)
            new = any([self._take(one, to, f"round {rounds}") for one, to in pairs])
        self._say(f"Whole bundles go round until nothing is new to anybody: {rounds} rounds.")

    # The transcript.

    def _say(self, sentence: str) -> None:
        self.lines.append(f"- {sentence}")

    def _row(self, bundle: Sent, to: Member, how: str, counts: Iterable[int] | None) -> None:
        cells = [""] * (len(COUNTS) + 1) if counts is None else [str(one or "") for one in counts]
        told = [str(bundle.number), bundle.by.name, to.name, how, *cells]
        self._rows.append("| " + " | ".join(told) + " |")

    def _tell_rows(self) -> None:
        heads = ["bundle", "from", "to", "", "articles", *(name.replace("_", " ") for name in COUNTS)]
        rule = ["--:", "---", "---", "---"] + ["--:"] * (len(COUNTS) + 1)
        self.lines += ["", *("| " + " | ".join(cells) + " |" for cells in (heads, rule))]
        self.lines += [*self._rows, ""]
        self._rows.clear()


def _short(words: str) -> str:
    """Return the beginning of some words, so that no text is told whole."""
    words = " ".join(words.replace("|", " ").split())
    return words if len(words) <= 40 else f"{words[:36].rstrip()} …"


class Found(NamedTuple):
    """A text that is at hand, and where it is from."""

    title: str
    text: str
    url: str = ""

    def written(self, folder: Path) -> Path:
        """Write it into a file of its own."""
        kept = "".join(one for one in self.title if one.isalnum() or one in " -")
        path = folder / f"{kept[:80].strip()}.txt"
        path.write_text(self.text, encoding="utf-8")
        return path


def articles_in(folder: Path, draw: random.Random) -> list[Found]:
    """Return twenty articles of a folder, or all where there are fewer."""
    found = sorted(_texts_in(folder))
    return sorted(draw.sample(found, min(20, len(found))))


def _texts_in(folder: Path) -> Iterator[Found]:
    """Yield the texts of files, and of the lines of files of JSON."""
    for path in sorted(folder.glob("*.txt")):
        yield Found(path.stem, path.read_text("utf-8"))
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            paragraphs = (
                " ".join(one["text"] for one in each["sentences"]) for each in row["paragraphs"]
            )
            yield Found(row["title"], "\n".join(paragraphs), row.get("sourceURL", ""))


def transcript(folder: Path, seed: int, source: str) -> str:
    """Act the week out on the articles of a folder, and return what happened, in Markdown."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        found = articles_in(folder, random.Random(seed))
        week = Week([one.written(place) for one in found], place, seed)
        try:
            week.run()
        finally:
            week.close()
    listed = [f"- [{one.title}]({one.url})" for one in found if one.url]
    texts = ["### The articles", "", f"From {source}:", "", *listed] if source else []
    head = f"Seed {seed}, {len(found)} articles. {_HEAD}"
    return "\n".join([head, "", *week.lines, *texts]).rstrip() + "\n"


_HEAD = """Ben's clock is two days late. Of the bundles that go by mail one in five is
lost, one in five comes twice, one in five a day later. In the tables, *articles* are those that are
new to whom they come to, the figures beside them are of highlights, and a row without figures is
a bundle that never came or brought nothing at all."""


def with_transcript(page: str, told: str) -> str:
    """Return a page with the transcript between its markers."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{told}\n{END}{after}"


def main() -> int:
    """Act the week out, and print or write the transcript."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--source", default="", help="where the texts are from, and their license")
    parser.add_argument("--write", type=Path, help="a page with the two markers")
    options = parser.parse_args()
    told = transcript(options.folder, options.seed, options.source)
    if options.write:
        page = options.write.read_text("utf-8")
        options.write.write_text(with_transcript(page, told), encoding="utf-8")
    else:
        print(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
