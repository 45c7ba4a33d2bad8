"""What a team's projects know of each other's changes, and which bundles were sent.

No row that the history rests on is altered: a column that came later counts for nothing in a
state or a hash as long as it holds its default.
"""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_SHARED = ("article", "label", "guideline", "claim", "highlight", "mark")
_OPEN = {"article": "title", "label": "slug", "claim": "created"} | dict.fromkeys(
    ("highlight", "mark"), "article_key"
)
_STATEMENTS = (
    "ALTER TABLE reviewer ADD COLUMN renamed INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE tombstone ADD COLUMN shared TEXT",
    "ALTER TABLE change_item ADD COLUMN versions TEXT",
    """
    CREATE TABLE alias (
      uuid BLOB NOT NULL,
      kind TEXT NOT NULL,
      of_uuid BLOB NOT NULL,
      PRIMARY KEY (uuid)
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX alias_of ON alias (of_uuid)",
    "CREATE INDEX highlight_held ON highlight (article_key) WHERE instr(shared, '\"held\"') > 0",
    """
    CREATE TABLE sent (
      "key" INTEGER NOT NULL PRIMARY KEY,
      bundle_id BLOB NOT NULL,
      sequence INTEGER NOT NULL,
      at TEXT NOT NULL,
      kind TEXT NOT NULL
    ) STRICT
    """,
)


def upgrade() -> None:
    """Add the columns, the tables and the indexes of what is rare in the columns."""
    for table in _SHARED:
        op.execute(f"ALTER TABLE {table} ADD COLUMN shared TEXT NOT NULL DEFAULT '{{}}'")
    for statement in _STATEMENTS:
        op.execute(statement)
    for table, column in _OPEN.items():
        op.execute(
            f"CREATE INDEX {table}_open ON {table} ({column})"
            """ WHERE instr(shared, '"open":') > 0"""
        )
