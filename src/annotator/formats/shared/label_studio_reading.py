"""Reading tasks of Label Studio, and the flat ones that it calls JSON_MIN."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.exchange_errors import LeftOutError as UnreadError
from annotator.core.foreign_values import ForeignHighlight
from annotator.formats.shared.claims import claim_of
from annotator.formats.shared.json_lines import Found, checked_text, objects_in
from annotator.formats.shared.label_studio_faults import task_faults
from annotator.formats.shared.label_studio_texts import Shown, key_of, shown_text, text_key
from annotator.formats.shared.left_out import left_out
from annotator.formats.shared.our_data import joined, told_article
from annotator.formats.shared.span_values import BadSpanError, cue_of, words
from annotator.formats.shared.times import iso_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.formats.shared.label_studio_config import Config
    from annotator.service.exchange_ports import ExchangeOptions

ANNOTATIONS = ("annotations", "completions")
PREDICTIONS = "predictions"
_OF_TASKS = (*ANNOTATIONS, PREDICTIONS)
_OF_FLAT = {"annotation_id", "annotator", "lead_time"}
_LABELED = ("labels", "hypertextlabels", "paragraphlabels")
_HTML = "hypertextlabels"
# What a region's meta has only if it is one of ours.
_IN_META = "reviewer_id"
_OURS = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:/\d+)?")
_NO_TEXT = "regions of images, sounds or videos"


def is_task(first: Mapping[str, Any]) -> bool:
    """Tell whether an object is a task with what was marked in it."""
    marked = any(isinstance(first.get(key), list) for key in _OF_TASKS)
    return isinstance(first.get("data"), dict) and marked


def is_flat(first: Mapping[str, Any]) -> bool:
    """Tell whether an object is a flat task."""
    return "data" not in first and bool(first.keys() & _OF_FLAT) and any(_flat_regions(first))


@dataclass(slots=True)
class _Region:
    """What the results with one id say of one region."""

    id: str
    place: str
    key: str = ""
    value: Mapping[str, Any] | None = None
    labels: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    meta: Mapping[str, Any] = field(default_factory=dict)
    page: bool = False
    shape: bool = False


@dataclass(frozen=True, slots=True)
class _By:
    """Who marked, when, and what tells the regions apart from those of others."""

    name: str = ""
    id: str = ""
    created: str = ""
    modified: str = ""
    scope: str = ""


class TaskReader:
    """Reads the tasks in one file; ``predictions`` tells to read those instead."""

    def __init__(self, path: Path, config: Config, *, predictions: bool) -> None:
        self._path, self._config = path, config
        self._predictions = predictions
        self._left: Counter[str] = Counter()
        self._unread = 0

    def items(self, options: ExchangeOptions) -> Iterator[ForeignItem]:
        """Yield the articles of all tasks, what is wrong in them, and what was left out."""
        for one in objects_in(self._path, options):
            if isinstance(one, AnnotatorError):
                yield one
            elif isinstance(one.values.get("data"), dict):
                yield from self._task(one)
            elif is_flat(one.values):
                yield from self._flat(one)
            else:
                reason = "it is no task with data"
                yield DamagedAnnotationsError(self._path, place=one.place, reason=reason)
        for what, count in self._left.items():
            yield left_out(self._path, what, count)
        if self._unread:
            remedy = f"read it with the variant “{PREDICTIONS}” to have them instead"
            yield UnreadError(self._path, what=f"predictions ({self._unread:,})", remedy=remedy)

    def _task(self, one: Found) -> Iterator[ForeignItem]:
        data = one.values["data"]
        marked: list[tuple[_By, list[_Region]]] = []
        for number, made in enumerate(self._made(one.values), 1):
            if not isinstance(made, dict):
                reason = f"its annotation {number} is no object"
                yield DamagedAnnotationsError(self._path, place=one.place, reason=reason)
                continue
            results = made.get("result")
            by = _by(one.values, made, number, predicted=self._predictions)
            regions = self._regions(results if isinstance(results, list) else [], data, one.place)
            marked.append((by, regions))
        yield from self._articles(one, data, marked)

    def _flat(self, one: Found) -> Iterator[ForeignItem]:
        data = {key: value for key, value in one.values.items() if key not in {"id", *_OF_FLAT}}
        found: list[_Region] = []
        for key, value in _flat_regions(one.values):
            del data[key]
            for item in value:
                kind = next(name for name in _LABELED if name in item)
                place = f"{one.place}, region {len(found) + 1}"
                labels = _names(item[kind])
                found.append(_Region("", place, value=item, labels=labels, page=kind == _HTML))
        key = text_key(data, self._config)
        for region in found:
            region.key = key
        if not key:
            self._count(_NO_TEXT, len(found))
            found = []
        made = {**one.values, "completed_by": one.values.get("annotator")}
        by = _by(one.values, made, 0, predicted=False)
        yield from self._articles(one, data, [(replace(by, scope=""), found)])

    def _made(self, task: Mapping[str, Any]) -> list[Any]:
        """Return the annotations, or the predictions, of a task; count what is not read."""
        listed = {key: task[key] for key in _OF_TASKS if isinstance(task.get(key), list)}
        if self._predictions:
            return list(listed.get(PREDICTIONS, ()))
        left = listed.get(PREDICTIONS, ())
        self._unread += len(left)
        made = [one for key in ANNOTATIONS for one in listed.get(key, ())]
        kept = [one for one in made if not (isinstance(one, dict) and one.get("was_cancelled"))]
        self._count("annotations that were skipped", len(made) - len(kept))
        return kept

    def _regions(self, results: list[Any], data: Mapping[str, Any], place: str) -> list[_Region]:
        regions: dict[str, _Region] = {}
        for number, one in enumerate(results, 1):
            value = one.get("value") if isinstance(one, dict) else None
            if not isinstance(value, dict):
                kind = words(one.get("type")) if isinstance(one, dict) else ""
                self._count("relations" if kind == "relation" else "results without a value", 1)
                continue
            own = words(one.get("id")) or f"#{number}"
            region = regions.setdefault(own, _Region(own, f"{place}, region {own}"))
            self._add(region, one, value, data)
        return [one for one in regions.values() if self._has_place(one)]

    def _add(
        self,
        region: _Region,
        one: Mapping[str, Any],
        value: Mapping[str, Any],
        data: Mapping[str, Any],
    ) -> None:
        """Take in what one result says of a region."""
        kind = words(one.get("type"))
        held = value.get(kind)
        if kind == "textarea":
            region.notes += _names(value.get("text"))
        elif kind in _LABELED:
            region.labels += _names(held)
        elif kind.endswith("labels") or "x" in value:
            region.shape = True
        elif held is not None:
            region.notes.append(f"{words(one.get('from_name'))}: {', '.join(_names(held))}")
        meta = one.get("meta")
        region.meta = meta if isinstance(meta, dict) and meta else region.meta
        spanned = "start" in value or "globalOffsets" in value
        if region.value is None or (kind in _LABELED and spanned):
            region.key = key_of(one, data, self._config)
            region.value = value if spanned and region.key else None
        if region.value is not None and kind == "textarea" and region.value is value:
            region.value = {name: told for name, told in value.items() if name != "text"}
        shown = words(one.get("to_name"))
        region.page = region.page or kind == _HTML or shown in self._config.pages

    def _has_place(self, region: _Region) -> bool:
        if region.value is not None:
            return True
        self._count(_NO_TEXT if region.shape else "answers about tasks", 1)
        return False

    def _articles(
        self, one: Found, data: Mapping[str, Any], marked: list[tuple[_By, list[_Region]]]
    ) -> Iterator[ForeignItem]:
        """Yield an article for each field of a task that was marked, or the whole text."""
        regions = [(by, region) for by, found in marked for region in found]
        keys = list(dict.fromkeys(region.key for _, region in regions))
        keys = keys or list(filter(None, [text_key(data, self._config)]))
        self._count("tasks without a text", not keys)
        for key in keys:
            mine = [(by, region) for by, region in regions if region.key == key]
            page = any(region.page for _, region in mine) or self._is_page(key)
            try:
                shown = shown_text(data[key], page=page)
                text = checked_text(self._path, shown.text, one.place)
            except DamagedAnnotationsError as error:
                yield error
                continue
            article = told_article(data, text, one.place)
            found: list[ForeignHighlight] = []
            for by, region in mine:
                try:
                    found += _highlights(region, by, shown, ours=bool(article.article_id))
                except BadSpanError as error:
                    yield DamagedAnnotationsError(self._path, place=region.place, reason=str(error))
            faults = partial(task_faults, one.values, self._config, article.faults)
            whole = joined(found) if article.article_id else tuple(found)
            own = words(one.values.get("id"))
            yield replace(article, id=own, highlights=whole, faults=faults)

    def _is_page(self, key: str) -> bool:
        return any(self._config.fields.get(name) == key for name in self._config.pages)

    def _count(self, what: str, count: int) -> None:
        if count:
            self._left[what] += count


def _highlights(
    region: _Region, by: _By, shown: Shown, *, ours: bool
) -> Iterator[ForeignHighlight]:
    """Yield what a region says, once for each of its labels."""
    span, quote = shown.place(region.value or {})
    meta = region.meta
    # A region keeps our id where its meta are gone, and with it what they told.
    ours = ours and (_IN_META in meta or _OURS.fullmatch(region.id) is not None)
    bare = ours and _IN_META not in meta
    told = claim_of(meta.get("claim")) if ours else {}
    note = "\n".join(filter(None, [*_names(meta.get("text")), *region.notes]))
    made = ForeignHighlight(
        (span,) if span else (),
        "",
        quotes=(quote,) if quote else (),
        id=region.id if not by.scope or ours else f"{by.scope}:{region.id}",
        reviewer=words(meta.get("reviewer")) or ("" if bare else by.name),
        reviewer_id=words(meta.get("reviewer_id")) or ("" if bare else by.id),
        created=iso_time(meta.get("created")) or by.created,
        modified=iso_time(meta.get("modified")) or by.modified,
        claim={**told, "note": note} if note else told,
        cue=cue_of(meta.get("cue")) if ours else None,
        place=region.place,
        partial=bare,
    )
    for number, label in enumerate(dict.fromkeys(region.labels or [""]), 1):
        again = f"{made.id}#{number}" if made.id and number > 1 else made.id
        yield replace(made, label=label, id=again)


def _by(task: Mapping[str, Any], made: Mapping[str, Any], number: int, *, predicted: bool) -> _By:
    whose = made.get("model_version") if predicted else made.get("completed_by")
    person = whose if isinstance(whose, dict) else {}
    names = " ".join(filter(None, (words(person.get(key)) for key in ("first_name", "last_name"))))
    email, native = words(person.get("email")), words(person.get("id") if person else whose)
    scope = words(made.get("id")) or str(number)
    return _By(
        names or email or words(person.get("username")) or native,
        email or (f"{words(task.get('project'))}/{native}" if native else ""),
        iso_time(made.get("created_at")),
        iso_time(made.get("updated_at") or made.get("created_at")),
        f"prediction {scope}" if predicted else scope,
    )


def _flat_regions(values: Mapping[str, Any]) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    for key, held in values.items():
        if isinstance(held, list) and held and all(map(_is_flat_region, held)):
            yield key, held


def _is_flat_region(item: object) -> bool:
    if not isinstance(item, dict):
        return False
    return ("start" in item or "globalOffsets" in item) and any(one in item for one in _LABELED)


def _names(value: object) -> list[str]:
    """Return the words in a value: those of choices in a tree with slashes between."""
    items: Iterable[object] = value if isinstance(value, list) else [value]
    found = ("/".join(map(words, one)) if isinstance(one, list) else words(one) for one in items)
    return [one for one in found if one]
