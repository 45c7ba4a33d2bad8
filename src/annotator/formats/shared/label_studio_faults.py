"""What tasks of Label Studio say wrong: parts that the configuration has not, ids that none has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.shared.known_keys import carried_faults, misspelled
from annotator.formats.shared.span_values import words
from annotator.formats.shared.times import iso_time
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotator.formats.shared.label_studio_config import Config

_RESULT: Final = frozenset(("id", "from_name", "to_name", "type", "origin", "value", "meta"))
_VALUE: Final = frozenset(("start", "end", "text", "labels"))


def task_faults(
    task: Mapping[str, Any], config: Config, before: Callable[[], Iterable[str]]
) -> Iterator[str]:
    """Yield what is wrong in the results of a task, beside their places and labels.

    What is wrong in its article comes ``before``.
    """
    yield from before()
    for made in _mappings(task.get("annotations")):
        results = list(_mappings(made.get("result")))
        places = {words(one.get("id")): _place(one) for one in results if "from_name" in one}
        for one in results:
            own = f"region “{words(one.get('id'))}”"
            if words(one.get("type")) == "relation":
                yield from _related(one, places)
                continue
            yield from (_at(own, fault) for fault in _named(one, config))
            if _place(one) != places.get(words(one.get("id")), _place(one)):
                yield _at(own, Remark.APART.of())
            meta = one.get("meta")
            if isinstance(meta, Mapping) and "reviewer_id" in meta:
                yield from (_at(own, fault) for fault in _of_ours(one, meta))


def _at(place: str, said: str) -> str:
    return Remark.PLACED.of(place=place, said=said)


def _related(one: Mapping[str, Any], places: Mapping[str, object]) -> Iterator[str]:
    for end in ("from_id", "to_id"):
        if words(one.get(end)) not in places:
            yield Remark.NO_REGION.of(id=words(one.get(end)))


def _named(one: Mapping[str, Any], config: Config) -> Iterator[str]:
    named, shown = words(one.get("from_name")), words(one.get("to_name"))
    if not config.controls:
        return
    if named not in config.controls:
        yield Remark.NO_CONTROL.of(name=named)
    elif shown not in config.controls[named]:
        yield Remark.NO_WAY.of(name=named, told=shown)


def _of_ours(one: Mapping[str, Any], meta: Mapping[str, Any]) -> Iterator[str]:
    yield from misspelled(one, _RESULT)
    value = one.get("value")
    yield from misspelled(value, _VALUE) if isinstance(value, Mapping) else ()
    yield from carried_faults(meta, ("text",))
    for name in ("created", "modified"):
        if meta.get(name) and not iso_time(meta[name]):
            yield Remark.BAD_TIME.of(name=name)


def _place(one: Mapping[str, Any]) -> tuple[str, str]:
    value = one.get("value")
    held = value if isinstance(value, Mapping) else {}
    return words(held.get("start")), words(held.get("end"))


def _mappings(value: object) -> Iterator[Mapping[str, Any]]:
    return (
        (one for one in value if isinstance(one, Mapping)) if isinstance(value, list) else iter(())
    )
