"""What lies where in a bundle, and in which order."""

from __future__ import annotations

import re
from typing import Final
from uuid import NAMESPACE_URL, uuid5

FORMAT: Final = "annobundle"
VERSION: Final = "1.0"
SUFFIX: Final = ".annobundle"
MIMETYPE: Final = b"application/vnd.fact-annotator.annobundle+zip"

TYPE: Final = "mimetype"
MANIFEST: Final = "manifest.json"
SUMS: Final = "manifest-sha256.txt"
ARTICLES: Final = "articles.jsonl"
LABELS: Final = "labels.jsonl"
PEOPLE: Final = "people.jsonl"
CLAIMS: Final = "claims.jsonl"
ANNOTATIONS: Final = "annotations.jsonl"
REVIEWS: Final = "reviews.jsonl"
TOMBSTONES: Final = "tombstones.jsonl"
REVISIONS: Final = "revisions.jsonl"
TABLE: Final = "csv/annotations.csv"
SIGNATURE: Final = "signature.json"

# The time of the newest change where none has a time, as in a project that nobody touched.
NO_TIME: Final = "1980-01-01T00:00:00.000Z"

_TEXT: Final = re.compile(r"texts/([0-9a-f]{64})\.txt")

# The texts stand between the articles and the labels.
LINES: Final = (
    ARTICLES,
    LABELS,
    PEOPLE,
    CLAIMS,
    ANNOTATIONS,
    REVIEWS,
    TOMBSTONES,
    REVISIONS,
)
MEMBER_OF: Final = {
    "article": ARTICLES,
    "guideline": LABELS,
    "label": LABELS,
    "claim": CLAIMS,
    "highlight": ANNOTATIONS,
    "mark": REVIEWS,
}
# What the manifest counts, by the member that has a line for each.
COUNTED: Final = {
    "articles": ARTICLES,
    "labels": LABELS,
    "people": PEOPLE,
    "claims": CLAIMS,
    "annotations": ANNOTATIONS,
    "reviews": REVIEWS,
    "tombstones": TOMBSTONES,
}
_PLACES: Final = {
    name: place
    for place, name in enumerate(
        (TYPE, MANIFEST, SUMS, ARTICLES, "texts/", *LINES[1:], TABLE, SIGNATURE)
    )
}
# What does not make one bundle another: itself, who sends it, and how each replica came by texts.
_BESIDE: Final = frozenset({TYPE, MANIFEST, SUMS, SIGNATURE, REVISIONS})
_NAMESPACE: Final = uuid5(NAMESPACE_URL, "urn:annobundle:1")


def text_member(sha256: str) -> str:
    """Return the name of the member that a text is."""
    return f"texts/{sha256}.txt"


def text_of(member: str) -> str:
    """Return the hash of the text that a member is, empty where it is none.

    >>> text_of(text_member("0" * 64)) == "0" * 64, text_of("texts/notes.txt")
    (True, '')
    """
    found = _TEXT.fullmatch(member)
    return found[1] if found else ""


def place_of(member: str) -> tuple[int, str] | None:
    """Return what members are ordered by, None for one that is unknown here."""
    if text_of(member):
        return _PLACES["texts/"], member
    place = _PLACES.get(member)
    return None if place is None or member == "texts/" else (place, member)


def bundle_id(sums: dict[str, str]) -> str:
    """Return the id that the content has, by the SHA-256 of each member.

    It is that of all that is known here and makes up a project: whoever has the same, and sends
    all of it, sends the same id.
    """
    counted = sorted(
        (place, name, digest)
        for name, digest in sums.items()
        if name not in _BESIDE and (place := place_of(name)) is not None
    )
    return str(uuid5(_NAMESPACE, "".join(f"{digest}  {name}\n" for _, name, digest in counted)))
