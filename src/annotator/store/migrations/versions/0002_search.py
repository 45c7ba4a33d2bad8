"""Full-text search: its index over all that the project holds.

Whoever alters what ``core.words`` makes of a text adds a migration that fills the index anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from alembic import op
from sqlalchemy import text

from annotator.core.words import words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_INDEXED = (
    ("paragraph_words", """SELECT "key", text FROM paragraph ORDER BY "key" """),
    ("title_words", """SELECT "key", title FROM article ORDER BY "key" """),
    ("quote_words", """SELECT "key", quote FROM highlight ORDER BY "key" """),
    (
        "claim_words",
        """
        SELECT "key", speaker || ' ' || affiliation || ' ' || restated || ' ' || justification
        || ' ' || note FROM claim ORDER BY "key"
        """,
    ),
)
# Words come folded and parted by spaces, and every character beyond ASCII is a part of one.
_MAKE = "CREATE VIRTUAL TABLE {name} USING fts5 (words{options}, tokenize = 'ascii')"
_ROWS_AT_ONCE = 1000


def upgrade() -> None:
    """Add the index and what finds the revisions of a paragraph, and fill them."""
    op.execute("CREATE INDEX revision_place ON revision_paragraph (paragraph_key)")
    for name, _ in _INDEXED:
        options = ", content = ''" if name == "paragraph_words" else ""
        op.execute(_MAKE.format(name=name, options=options))
    for name, question in _INDEXED:
        _fill(name, question)


def _fill(name: str, question: str) -> None:
    connection = op.get_bind()
    insert = text(f"INSERT INTO {name} (rowid, words) VALUES (:key, :words)")  # noqa: S608 - the names are this migration's own
    found = iter(connection.execute(text(question)))
    while rows := list(islice(_indexed(found), _ROWS_AT_ONCE)):
        connection.execute(insert, rows)


def _indexed(found: Iterator[tuple[int, str]]) -> Iterator[dict[str, object]]:
    for key, searched in found:
        folded = " ".join(words(searched))
        if folded:
            yield {"key": key, "words": folded}
