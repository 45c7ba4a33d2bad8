"""Highlights without a place in a newer text, kept originals, and what tells articles alike."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

from annotator.core.likeness import shingles
from annotator.core.words import words

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "ALTER TABLE highlight ADD COLUMN unplaced TEXT NOT NULL DEFAULT '{}'",
    "CREATE INDEX highlight_unplaced ON highlight (article_key) WHERE unplaced <> '{}'",
    "CREATE INDEX article_url ON article (url) WHERE url <> ''",
    "CREATE INDEX highlight_revision ON highlight (revision_key)",
    "CREATE INDEX highlight_reviewer ON highlight (reviewer_key)",
    "CREATE INDEX mark_revision ON mark (revision_key)",
    """
    CREATE TABLE original (
      sha256 TEXT NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (sha256)
    ) STRICT
    """,
    """
    CREATE TABLE shingle (
      hash INTEGER NOT NULL,
      paragraph_key INTEGER NOT NULL,
      PRIMARY KEY (hash, paragraph_key),
      FOREIGN KEY(paragraph_key) REFERENCES paragraph ("key")
    ) WITHOUT ROWID, STRICT
    """,
)
_PARAGRAPHS = 'SELECT "key", text FROM paragraph ORDER BY "key"'
_PUT = "INSERT INTO shingle (hash, paragraph_key) VALUES (:hash, :paragraph)"


def upgrade() -> None:
    """Add the column, the tables and their indexes, and fill what follows from the texts."""
    for statement in _STATEMENTS:
        op.execute(statement)
    connection = op.get_bind()
    for key, paragraph in connection.execute(text(_PARAGRAPHS)):
        rows = [{"hash": one, "paragraph": key} for one in sorted(shingles(words(paragraph)))]
        if rows:
            connection.execute(text(_PUT), rows)
