"""The first form of a project file."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE project (
      "key" INTEGER NOT NULL CHECK (key = 1) PRIMARY KEY,
      uuid BLOB NOT NULL UNIQUE,
      name TEXT NOT NULL,
      created TEXT NOT NULL,
      codebook_revision INTEGER NOT NULL REFERENCES codebook_revision (revision),
      hash BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE codebook_revision (
      revision INTEGER NOT NULL PRIMARY KEY,
      created TEXT NOT NULL,
      guideline TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE replica (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      hash BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE reviewer (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      name TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE label (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      slug TEXT NOT NULL,
      name TEXT NOT NULL,
      letter TEXT NOT NULL,
      color_light TEXT NOT NULL,
      color_dark TEXT NOT NULL,
      line_style TEXT NOT NULL,
      shortcut TEXT NOT NULL,
      position INTEGER NOT NULL,
      definition TEXT NOT NULL,
      tests TEXT NOT NULL,
      edge_cases TEXT NOT NULL,
      examples TEXT NOT NULL,
      parent_key INTEGER REFERENCES label ("key"),
      archived INTEGER NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE article (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      title TEXT NOT NULL,
      revision_key INTEGER NOT NULL REFERENCES revision ("key"),
      created TEXT NOT NULL,
      publisher TEXT NOT NULL,
      authors TEXT NOT NULL,
      url TEXT NOT NULL,
      published TEXT NOT NULL,
      language TEXT NOT NULL,
      direction TEXT NOT NULL,
      removed INTEGER NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX article_revision ON article (revision_key)",
    """
    CREATE TABLE revision (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      article_key INTEGER NOT NULL REFERENCES article ("key"),
      number INTEGER NOT NULL,
      text_sha256 TEXT NOT NULL,
      chars INTEGER NOT NULL,
      segmenter TEXT NOT NULL,
      source_name TEXT NOT NULL,
      source_sha256 TEXT NOT NULL,
      source_size INTEGER NOT NULL,
      source_encoding TEXT NOT NULL,
      source_reader TEXT NOT NULL,
      source_normalized TEXT NOT NULL,
      created TEXT NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX revision_article ON revision (article_key, number)",
    "CREATE INDEX ix_revision_text_sha256 ON revision (text_sha256)",
    """
    CREATE TABLE paragraph (
      "key" INTEGER NOT NULL PRIMARY KEY,
      sha256 BLOB NOT NULL,
      chars INTEGER NOT NULL,
      sentences INTEGER NOT NULL,
      sentence_ends TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE revision_paragraph (
      revision_key INTEGER NOT NULL REFERENCES revision ("key"),
      ordinal INTEGER NOT NULL,
      paragraph_key INTEGER NOT NULL REFERENCES paragraph ("key"),
      PRIMARY KEY (revision_key, ordinal)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE claim (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      created TEXT NOT NULL,
      modified TEXT NOT NULL,
      speaker TEXT NOT NULL,
      speaker_role TEXT NOT NULL,
      affiliation TEXT NOT NULL,
      via TEXT NOT NULL,
      form TEXT NOT NULL,
      cue TEXT NOT NULL,
      restated TEXT NOT NULL,
      claim_kind TEXT NOT NULL,
      check_worthiness TEXT NOT NULL,
      claim_date TEXT NOT NULL,
      claim_place TEXT NOT NULL,
      status TEXT NOT NULL,
      verdict TEXT NOT NULL,
      justification TEXT NOT NULL,
      evidence TEXT NOT NULL,
      note TEXT NOT NULL,
      confidence TEXT NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE highlight (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      article_key INTEGER NOT NULL REFERENCES article ("key"),
      revision_key INTEGER NOT NULL REFERENCES revision ("key"),
      label_key INTEGER NOT NULL REFERENCES label ("key"),
      reviewer_key INTEGER NOT NULL REFERENCES reviewer ("key"),
      claim_key INTEGER REFERENCES claim ("key"),
      quote TEXT NOT NULL,
      codebook_revision INTEGER NOT NULL REFERENCES codebook_revision (revision),
      created TEXT NOT NULL,
      modified TEXT NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX ix_highlight_article_key ON highlight (article_key)",
    "CREATE INDEX highlight_claim ON highlight (claim_key) WHERE claim_key IS NOT NULL",
    """
    CREATE TABLE part (
      highlight_key INTEGER NOT NULL REFERENCES highlight ("key"),
      ordinal INTEGER NOT NULL,
      paragraph_key INTEGER NOT NULL REFERENCES paragraph ("key"),
      start INTEGER NOT NULL,
      length INTEGER NOT NULL,
      continues INTEGER NOT NULL,
      PRIMARY KEY (highlight_key, ordinal)
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX part_place ON part (paragraph_key, start, length)",
    """
    CREATE TABLE mark (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      article_key INTEGER NOT NULL REFERENCES article ("key"),
      revision_key INTEGER NOT NULL REFERENCES revision ("key"),
      reviewer_key INTEGER NOT NULL REFERENCES reviewer ("key"),
      created TEXT NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX ix_mark_article_key ON mark (article_key)",
    """
    CREATE TABLE mark_part (
      mark_key INTEGER NOT NULL REFERENCES mark ("key"),
      ordinal INTEGER NOT NULL,
      paragraph_key INTEGER NOT NULL REFERENCES paragraph ("key"),
      start INTEGER NOT NULL,
      length INTEGER NOT NULL,
      continues INTEGER NOT NULL,
      PRIMARY KEY (mark_key, ordinal)
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX mark_part_place ON mark_part (paragraph_key, start, length)",
    """
    CREATE TABLE tombstone (
      uuid BLOB NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL,
      version TEXT NOT NULL,
      sequence INTEGER NOT NULL REFERENCES change (sequence),
      hash BLOB NOT NULL
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE change (
      sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      replica_key INTEGER NOT NULL REFERENCES replica ("key"),
      counter INTEGER NOT NULL,
      reviewer_key INTEGER NOT NULL REFERENCES reviewer ("key"),
      at TEXT NOT NULL,
      origin TEXT NOT NULL,
      title TEXT NOT NULL,
      compensates INTEGER REFERENCES change (sequence),
      undo_head INTEGER REFERENCES change (sequence),
      undo_parent INTEGER REFERENCES change (sequence),
      redo_head INTEGER REFERENCES change (sequence),
      redo_parent INTEGER REFERENCES change (sequence),
      hash BLOB NOT NULL,
      UNIQUE (replica_key, counter)
    ) STRICT
    """,
    "CREATE INDEX change_compensates ON change (compensates) WHERE compensates IS NOT NULL",
    """
    CREATE TABLE change_item (
      sequence INTEGER NOT NULL REFERENCES change (sequence),
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL,
      uuid BLOB NOT NULL,
      "before" TEXT,
      "after" TEXT,
      PRIMARY KEY (sequence, ordinal)
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_change_item_uuid ON change_item (uuid)",
    """
    CREATE TABLE progress (
      article_key INTEGER NOT NULL PRIMARY KEY REFERENCES article ("key"),
      sentences INTEGER NOT NULL,
      reviewed INTEGER NOT NULL,
      highlights INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE label_count (
      article_key INTEGER NOT NULL REFERENCES article ("key"),
      label_key INTEGER NOT NULL REFERENCES label ("key"),
      count INTEGER NOT NULL,
      PRIMARY KEY (article_key, label_key)
    ) WITHOUT ROWID, STRICT
    """,
)


def upgrade() -> None:
    """Make every table of an empty file."""
    for statement in _STATEMENTS:
        op.execute(statement)
