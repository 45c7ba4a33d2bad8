"""Labels with fields, verdicts, cues, finished articles, speakers, and jumps through the history.

No row that the history rests on is altered: a column that came later counts for nothing in a
state or a hash as long as it holds its default.
"""

from __future__ import annotations

import hashlib
import json

from alembic import op
from sqlalchemy import text

from annotator.core.words import words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "ALTER TABLE label ADD COLUMN fields TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE label ADD COLUMN revised INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE article ADD COLUMN finished TEXT NOT NULL DEFAULT ''",
    """ALTER TABLE article ADD COLUMN finisher_key INTEGER REFERENCES reviewer ("key")""",
    "ALTER TABLE highlight ADD COLUMN cue TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE change ADD COLUMN goes_to INTEGER",
    "ALTER TABLE codebook_revision ADD COLUMN verdicts TEXT",
    "CREATE INDEX highlight_guideline ON highlight (label_key, codebook_revision)",
    "CREATE INDEX highlight_cue ON highlight (article_key) WHERE cue <> '[]'",
    """
    CREATE TABLE guideline (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      text TEXT NOT NULL,
      verdicts TEXT NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE speaker_count (
      speaker TEXT NOT NULL,
      folded TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (speaker)
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX speaker_order ON speaker_count (count DESC, folded)",
)
_VERDICTS = [
    "True",
    "Mostly true",
    "Half true",
    "Mostly false",
    "False",
    "Misleading",
    "Missing context",
    "Unproven",
    "Outdated",
    "Satire",
]
_GUIDELINE = """
SELECT project.uuid, codebook_revision.guideline FROM project
JOIN codebook_revision ON codebook_revision.revision = project.codebook_revision
"""
_PUT_GUIDELINE = text("""
INSERT INTO guideline ("key", uuid, text, verdicts, version, hash)
VALUES (1, :uuid, :text, :verdicts, '{}', :hash)
""")
_SPEAKERS = "SELECT speaker, count(*) FROM claim WHERE speaker <> '' GROUP BY speaker"
_PUT_SPEAKER = text("INSERT INTO speaker_count VALUES (:speaker, :folded, :count)")


def upgrade() -> None:
    """Add the columns and tables, and fill those that follow from what is there."""
    for statement in _STATEMENTS:
        op.execute(statement)
    connection = op.get_bind()
    for uuid, guideline in connection.execute(text(_GUIDELINE)).all():
        connection.execute(_PUT_GUIDELINE, _guideline_row(uuid, guideline))
    rows = [
        {"speaker": speaker, "folded": " ".join(words(speaker)), "count": count}
        for speaker, count in connection.execute(text(_SPEAKERS)).all()
    ]
    if rows:
        connection.execute(_PUT_SPEAKER, rows)


def _guideline_row(raw: bytes, guideline: str) -> dict[str, object]:
    digits = raw.hex()
    places = ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32))
    uuid = "-".join(digits[start:end] for start, end in places)
    state = {"key": 1, "text": guideline, "verdicts": _VERDICTS}
    content = _json(["guideline", uuid, {}, state]).encode("utf-8", "surrogatepass")
    return {
        "uuid": raw,
        "text": guideline,
        "verdicts": _json(_VERDICTS),
        "hash": hashlib.sha256(content).digest(),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
