"""Who was named as a speaker, counted by the transaction that alters a claim record."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, delete, func, literal, select
from sqlalchemy.dialects.sqlite import insert

from annotator.core.words import words
from annotator.service.ports import Finding
from annotator.store import schema
from annotator.store.states import CLAIM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection

    from annotator.store.states import Kind, State

_speaker = schema.speaker_count.c
_put = insert(schema.speaker_count)
_ADD = _put.on_conflict_do_update(
    index_elements=["speaker"], set_={"count": _speaker.count + _put.excluded.count}
)
_DROP = delete(schema.speaker_count).where(
    _speaker.speaker == bindparam("of_speaker"), _speaker.count <= 0
)
_COUNTED = (
    select(schema.claim.c.speaker, func.count())
    .where(schema.claim.c.speaker != "")
    .group_by(schema.claim.c.speaker)
)
_OFTEN: Final = select(_speaker.speaker).order_by(
    _speaker.count.desc(), _speaker.folded, _speaker.speaker
)
# No word holds a space, so this is where one begins.
_BEGINNING: Final = func.instr(literal(" ").concat(_speaker.folded), bindparam("beginning")) > 0


class SpeakerCounts:
    """Collects what one transaction does to the speakers and writes it once, at its end."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._more: Counter[str] = Counter()

    def alter(self, kind: Kind, before: State | None, after: State | None) -> None:
        """Account for a claim record that comes, goes or alters."""
        if kind is CLAIM:
            for state, sign in ((before, -1), (after, 1)):
                if state is not None and state["speaker"]:
                    self._more[state["speaker"]] += sign

    def write(self) -> None:
        """Write what was collected."""
        altered = {speaker: more for speaker, more in self._more.items() if more}
        if altered:
            rows = [
                {"speaker": speaker, "folded": _folded(speaker), "count": more}
                for speaker, more in altered.items()
            ]
            self._connection.execute(_ADD, rows)
        fewer = [{"of_speaker": speaker} for speaker, more in altered.items() if more < 0]
        if fewer:
            self._connection.execute(_DROP, fewer)


def speakers(connection: Connection, beginning: str, limit: int) -> list[str]:
    """Return speakers, most frequent first, of which a word begins like ``beginning``."""
    statement = _OFTEN.limit(limit)
    folded = _folded(beginning)
    if folded:
        statement = statement.where(_BEGINNING)
    return list(connection.execute(statement, {"beginning": f" {folded}"}).scalars())


def check_speakers(connection: Connection) -> Iterator[Finding]:
    """Count the speakers anew and compare the figures kept."""
    fresh = {speaker: (_folded(speaker), count) for speaker, count in connection.execute(_COUNTED)}
    kept = {
        speaker: (folded, count)
        for speaker, folded, count in connection.execute(select(schema.speaker_count))
    }
    for speaker in sorted(fresh.keys() | kept.keys()):
        if fresh.get(speaker) != kept.get(speaker):
            count = fresh.get(speaker, ("", 0))[1]
            found = kept.get(speaker, ("", 0))[1]
            message = f"{count} claim records name this speaker, but {found} are kept."
            yield Finding(f"speaker {speaker}", message)


def _folded(speaker: str) -> str:
    return " ".join(words(speaker))
