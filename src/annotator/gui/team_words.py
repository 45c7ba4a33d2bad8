"""What a team's exchange is called in the window: bundles, what a merge does, what is disputed."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.gui.plain import number
from annotator.gui.step_titles import isolated
from annotator.service.bundle.content import Scope
from annotator.service.bundle.known_signers import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.service.merging.items import MergeItem, MergeItems
    from annotator.service.ports import Queries

SUFFIX = ".annobundle"
MOST_COUNTED = 20_000


def scope_words(kind: str) -> str:
    """Return how much of a project a bundle holds; what later programs say stays as it is."""
    return {
        Scope.FULL.value: _tr("the whole project"),
        Scope.SELECTION.value: _tr("chosen articles"),
        Scope.CHANGES.value: _tr("the changes since the one before"),
    }.get(kind, kind)


def standing_words(standing: Standing) -> str:
    """Return what is known of a bundle's signer."""
    return {
        Standing.UNSIGNED: _tr("Not signed: nobody vouches for who sent it"),
        Standing.UNCHECKED: _tr("! Signed, which cannot be checked here"),
        Standing.NEW: _tr("✓ Signed, with a key seen for the first time: compare its fingerprint"),
        Standing.KNOWN: _tr("✓ Signed with the key that is known here"),
        Standing.REPLACED: _tr("! Signed otherwise than before, and trusted by you"),
    }[standing]


def sent_words(counts: Mapping[str, int]) -> Iterator[str]:
    """Yield what a bundle holds, each kind in words."""
    for name, one, several in (
        ("annotations", _tr("1 highlight"), _tr("{0} highlights")),
        ("articles", _tr("1 article"), _tr("{0} articles")),
        ("claims", _tr("1 claim record"), _tr("{0} claim records")),
        ("reviews", _tr("1 reviewed sentence"), _tr("{0} reviewed sentences")),
        ("labels", _tr("the codebook"), _tr("the codebook")),
        ("tombstones", _tr("1 removal"), _tr("{0} removals")),
    ):
        if count := counts.get(name, 0):
            yield one if count == 1 else several.format(number(count))


def altered_words(queries: Queries, sequence: int) -> str:
    """Return how much altered since a change, by kinds; costs what altered, up to very much."""
    altered = Counter(kind for kind, _ in islice(queries.altered_since(sequence), MOST_COUNTED))
    if not altered:
        return _tr("nothing")
    if altered.total() == MOST_COUNTED:
        return _tr("more than {0} things").format(number(MOST_COUNTED - 1))
    names = {"highlight": "annotations", "article": "articles", "claim": "claims"}
    names |= {"mark": "reviews", "label": "labels", "guideline": "labels"}
    counts: Counter[str] = Counter()
    for kind, count in altered.items():
        counts[names[kind]] += count
    return ", ".join(sent_words(counts))


def column_titles() -> tuple[str, ...]:
    """Return what a merge does to highlights, in the order of ``report.COUNTS``."""
    return (
        _tr("Added"),
        _tr("Changed"),
        _tr("Deleted"),
        _tr("Conflicts"),
        _tr("There"),
        _tr("Unplaced"),
    )


def column_hints() -> tuple[str, ...]:
    """Return what the figures of each column count; what is no highlight has rows of its own."""
    told = _tr("{0} In the row of an article highlights, in that of a bundle all below it.")
    return tuple(
        told.format(hint)
        for hint in (
            _tr("What comes new."),
            _tr("What is otherwise afterwards."),
            _tr("What goes."),
            _tr("What you and others said differently, and somebody has to settle."),
            _tr("What is here already, just so."),
            _tr("What finds no place in the text, and waits for one."),
        )
    )


def total_words(counts: Mapping[str, int], bundles: int) -> str:
    """Return what merging some bundles comes to, all kinds of things together."""
    told = [
        words.format(number(counts[name]))
        for name, words in (
            ("added", _tr("{0} added")),
            ("changed", _tr("{0} changed")),
            ("deleted", _tr("{0} deleted")),
            ("conflicts", _tr("1 conflict") if counts["conflicts"] == 1 else _tr("{0} conflicts")),
            ("not_placed", _tr("{0} not placed")),
        )
        if counts[name]
    ]
    which = _tr("1 bundle: {0}") if bundles == 1 else _tr("{1} bundles: {0}")
    return which.format(", ".join(told) or _tr("nothing of highlights"), number(bundles))


def item_words(item: MergeItem, items: MergeItems) -> str:
    """Return what becomes of one object, in one line."""
    kind = "" if item.kind == "highlight" else kind_words(item.kind)
    quote = _tr("“{0}”").format(isolated(item.words)) if item.words else ""
    before, after = (isolated(items.labels.get(one, one)) for one in item.labels)
    label = after or before
    if before and after and before != after:
        label = _tr("{0} → {1}").format(before, after)
    person = isolated(items.people.get(item.reviewer, ""))
    parts = (_fate_of_one(item.fate), kind, quote, label, person)
    return " · ".join(part for part in parts if part)


def _fate_of_one(fate: str) -> str:
    return {
        "added": _tr("Added"),
        "changed": _tr("Changed"),
        "deleted": _tr("Deleted"),
        "conflicts": _tr("In conflict"),
        "not_placed": _tr("Not placed"),
    }.get(fate, fate)


def done_words(counts: Mapping[str, int], articles: int) -> Iterator[str]:
    """Yield what a merge did, each kind in words."""
    for count, one, several in (
        (articles, _tr("1 article added"), _tr("{0} articles added")),
        (counts["added"], _tr("1 highlight added"), _tr("{0} highlights added")),
        (counts["changed"], _tr("1 highlight changed"), _tr("{0} highlights changed")),
        (counts["deleted"], _tr("1 highlight deleted"), _tr("{0} highlights deleted")),
        (counts["conflicts"], _tr("1 conflict to settle"), _tr("{0} conflicts to settle")),
        (counts["not_placed"], _tr("1 highlight not placed"), _tr("{0} highlights not placed")),
    ):
        if count:
            yield one if count == 1 else several.format(number(count))


def fate_words(fate: str) -> str:
    """Return what becomes of an article as a whole; empty where it is there and stays so."""
    return {
        "added": _tr("new"),
        "changed": _tr("changed"),
        "deleted": _tr("removed"),
    }.get(fate, "")


def kind_words(kind: str, *, several: bool = False) -> str:
    """Return what an object of a kind is called."""
    return {
        "article": _tr("Articles") if several else _tr("Article"),
        "label": _tr("Labels") if several else _tr("Label"),
        "guideline": _tr("Guideline"),
        "claim": _tr("Claim records") if several else _tr("Claim record"),
        "highlight": _tr("Highlights") if several else _tr("Highlight"),
        "mark": _tr("Reviewed sentences") if several else _tr("Reviewed sentence"),
        "person": _tr("Reviewers") if several else _tr("Reviewer"),
    }.get(kind, kind)


def by_member(name: str) -> str:
    """Return who sent a bundle, where it says so."""
    return isolated(name) if name else _tr("Somebody")


def _tr(text: str) -> str:
    return QCoreApplication.translate("team", text)
