"""What cannot be right in Web Annotations that this program wrote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from annotator.formats.shared.known_keys import claim_faults, misspelled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

_ANNOTATION: Final = frozenset((
    "@context", "id", "type", "motivation", "creator", "created", "modified", "body", "target",
    "x:claim", "x:cue", "x:unplaced",
))  # fmt: skip
_ARTICLE: Final = frozenset((
    "x:articleId", "x:textSha256", "x:title", "x:publisher", "x:authors", "x:published",
    "x:language", "x:direction",
))  # fmt: skip
# What stands inside of an annotation, by the types of this program's objects.
_KEYS: Final[Mapping[str, AbstractSet[str]]] = {
    "Person": frozenset(("id", "type", "name")),
    "TextualBody": frozenset(("type", "purpose", "value", "format")),
    "SpecificResource": _ARTICLE | {"type", "source", "selector"},
    "Composite": _ARTICLE | {"type", "items"},
    "TextPositionSelector": frozenset(("type", "start", "end")),
    "TextQuoteSelector": frozenset(("type", "exact", "prefix", "suffix")),
}


def annotation_faults(values: Mapping[str, object]) -> Iterator[str]:
    """Yield what is misspelled in an annotation, if it is one of this program's."""
    target = values.get("target")
    told = {**values, **target} if isinstance(target, Mapping) else values
    if not any(name.startswith("x:") for name in told):
        return
    yield from misspelled(values, _ANNOTATION)
    yield from claim_faults(values.get("x:claim"))
    waiting = [values.get(name) for name in ("creator", "body", "target")]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, Mapping):
            kind = str(one.get("type", ""))
            known = _KEYS.get(kind)
            if known is None:
                yield from misspelled((kind,), _KEYS.keys())
            else:
                yield from misspelled(one, known)
            waiting += [one.get(name) for name in ("selector", "items")]
