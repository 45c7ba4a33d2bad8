"""Every slice of a text against its quote, and what is said beside it for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.service.bundle import annotation_lines, lines
from annotator.service.bundle.annotation_lines import AROUND, KIND, About
from annotator.service.bundle.beside import onto_article
from annotator.service.bundle.lines import LineError
from annotator.service.bundle.quoted_places import misplaced, short
from annotator.service.bundle.text_shelf import TextShelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.service.bundle.references import References
    from annotator.service.verifying import Verdict
    from annotator.team.shared import Json, SharedObject


class QuoteChecks:
    """Checks highlights and marks against texts, and the names that annotations give."""

    def __init__(
        self, text: Callable[[str], str | None], references: References, verdict: Verdict
    ) -> None:
        self.text = TextShelf(text).text
        self._references, self._verdict = references, verdict

    def problems(self, line: Json, one: SharedObject) -> Iterator[str]:
        """Yield what is wrong with the places and the names of an object; most have none."""
        if one.kind == KIND and one.there:
            self._verdict.highlights += 1
            yield from self._wrong_names(line)
            yield from self._wrong_around(line)
        yield from misplaced(one, self.text)

    def rewritten(self, line: Json, one: SharedObject) -> Json:
        """Return the line that an object has here, what nobody here knows as the line has it."""
        if one.kind != KIND or not one.there:
            again = lines.encoded(one, kind="kind" in line)
            if one.kind == "article" and one.there:
                again = onto_article(again, one.extra)
                again.pop("texts", None)
            return again | {name: line[name] for name in ("texts",) if name in line}
        label = _at(line, "body", 0, "x:name")
        creator = _at(line, "creator", "name")
        shown = _at(line, "target", "x:textSha256")
        known = shown is None or self.text(shown) is not None
        about = About(lambda _id: label, lambda _id: creator, self.text)
        again = annotation_lines.encoded(one, about)
        if not known:
            again["target"] = line["target"]
            if "x:quote" in line:
                again["x:quote"] = line["x:quote"]
        return again

    def _wrong_names(self, line: Json) -> Iterator[str]:
        for names, where, wanted in (
            (self._references.labels, ("body", 0, "source"), ("body", 0, "x:name")),
            (self._references.reviewers, ("creator", "id"), ("creator", "name")),
        ):
            name = names.get(str(_at(line, *where)).removeprefix(annotation_lines.URN))
            if name is not None and name != _at(line, *wanted):
                yield f"“{short(_at(line, *wanted))}” is called “{short(name)}”"

    def _wrong_around(self, line: Json) -> Iterator[str]:
        shown = _at(line, "target", "x:textSha256")
        text = None if shown is None else self.text(shown)
        if text is None:
            self._verdict.textless += shown is not None
            return
        self._verdict.quotes += 1
        if "x:unplaced" in line:
            return
        try:
            quoted = annotation_lines.quotes(line)
        except LineError as error:
            yield str(error)
            return
        for one in quoted:
            before = text[max(0, one.start - AROUND) : one.start]
            if (one.prefix, one.suffix) != (before, text[one.end : one.end + AROUND]):
                yield f"{one.start} to {one.end} has other words around it in the text"


def _at(value: Json, *path: str | int) -> Json:
    """Return what lies somewhere within a value, None where there is no such place."""
    for step in path:
        if isinstance(step, str):
            value = value.get(step) if isinstance(value, dict) else None
        else:
            value = value[step] if isinstance(value, list) and len(value) > step else None
    return value
