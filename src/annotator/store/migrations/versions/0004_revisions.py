"""Highlights without a place in a newer text, kept originals, and what tells articles alike."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "ALTER TABLE highlight ADD COLUMN unplaced TEXT NOT NULL DEFAULT '{}'",
    "CREATE INDEX highlight_unplaced ON highlight (article_key) WHERE unplaced <> '{}'",
    "CREATE INDEX article_url ON article (url) WHERE url <> ''",
    """
    CREATE TABLE original (
      sha256 TEXT NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (sha256)
    ) STRICT
    """,
    """
    CREATE TABLE sketch (
      hash INTEGER NOT NULL,
      article_key INTEGER NOT NULL,
      PRIMARY KEY (hash, article_key),
      FOREIGN KEY(article_key) REFERENCES article ("key")
    ) WITHOUT ROWID, STRICT
    """,
)


def upgrade() -> None:
    """Add the column, the tables and their indexes."""
    for statement in _STATEMENTS:
        op.execute(statement)
