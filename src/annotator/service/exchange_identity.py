"""Ids of what comes from other tools: the same for the same thing, in every copy of a project."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import fields
from uuid import UUID, uuid5

from annotator.core.foreign_values import ForeignHighlight

# The name space of this program's imports, RFC 9562, section 5.5.
_SPACE = UUID("8d1f6f2e-4c58-5d0b-9d0e-52b6f1c7a3aa")
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_BETWEEN = "\x1f"
# Where something stands in its file says nothing of it, nor that it waited for a place, nor what
# is said twice or how it is to be understood.
_BESIDE = frozenset(
    {"place", "ours", "unplaced", "beside", "label_name", "by_name", "partial"},
)
_TOLD = tuple(one.name for one in fields(ForeignHighlight) if one.name not in _BESIDE)


def foreign_id(tool: str, project: str, kind: str, native: str) -> str:
    """Return the UUID of something by its tool, the project there, and its id in that.

    >>> foreign_id("brat", "p", "highlight", "T1") == foreign_id("brat", "p", "highlight", "T1")
    True
    """
    return str(uuid5(_SPACE, _BETWEEN.join((tool, project, kind, native))))


def is_id(value: str) -> bool:
    """Tell whether a text is a UUID in lower case, such as all ids of this program are."""
    return _UUID.fullmatch(value) is not None


def content_digest(foreign: ForeignHighlight) -> str:
    """Return a digest of all that a file says of a highlight."""
    told = {name: getattr(foreign, name) for name in _TOLD}
    told["claim"] = dict(foreign.claim)
    if foreign.label_name:  # which says something once it was altered
        told["label_name"] = foreign.label_name
    written = json.dumps(told, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(written.encode("ascii")).hexdigest()[:32]


def native_key(foreign: ForeignHighlight) -> str:
    """Return what tells a highlight without an id of its own from others of its article."""
    told = (foreign.spans, foreign.label, foreign.quotes, foreign.reviewer)
    return json.dumps(told, ensure_ascii=True)
