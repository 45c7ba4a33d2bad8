"""The tables of a project file, as queries name them; the migrations make them.

Every kept object is a row with an integer ``key`` that is never given twice, the ``uuid`` by
which the world knows it, its version vector (replica key to counter) and a hash of all that.
The tables of the search index are virtual ones; ``search_index`` names them.
The rows that the history rests on have a hash, too; see ``seals``. A column that came later has
a default, at which it counts for nothing in a hash.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from annotator.store.columns import JsonText, UuidBytes

if TYPE_CHECKING:
    from sqlalchemy.schema import SchemaItem

metadata = MetaData()
# What several replicas wrote to an object without knowing of one another waits to be settled.
IS_OPEN: Final = """instr(shared, '"open":') > 0"""
# A column cannot say what the team says of its field.
IS_HELD: Final = """instr(shared, '"held"') > 0"""


def _key() -> Column[Any]:
    return Column("key", Integer, primary_key=True)


def _uuid() -> Column[Any]:
    return Column("uuid", UuidBytes, nullable=False, unique=True)


def _hash() -> Column[Any]:
    return Column("hash", LargeBinary, nullable=False)


def _kept() -> list[Column[Any]]:
    return [_json("version"), _hash()]


def _text(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False)


def _json(name: str) -> Column[Any]:
    return Column(name, JsonText, nullable=False)


def _integer(name: str) -> Column[Any]:
    return Column(name, Integer, nullable=False)


def _later(name: str, kind: Any, default: str) -> Column[Any]:  # noqa: ANN401 - any type of column
    return Column(name, kind, nullable=False, server_default=text(default))


def _shared() -> Column[Any]:
    return _later("shared", JsonText, "'{}'")


def _extra() -> Column[Any]:
    """Return the column of what bundles say that nobody here understands."""
    return _later("extra", JsonText, "'{}'")


def _open(table: str, column: str) -> Index:
    """Return the index of the objects of which something waits to be settled."""
    return Index(f"{table}_open", column, sqlite_where=text(IS_OPEN))


def _to(name: str, target: str) -> Column[Any]:
    return Column(name, Integer, ForeignKey(target), nullable=False)


def _maybe_to(name: str, target: str) -> Column[Any]:
    return Column(name, Integer, ForeignKey(target))


def _table(name: str, *items: SchemaItem, autoincrement: bool = False) -> Table:
    return Table(name, metadata, *items, sqlite_strict=True, sqlite_autoincrement=autoincrement)


def _objects(name: str, *items: SchemaItem) -> Table:
    """Return a table whose keys are never given twice, removed rows' keys included."""
    return _table(name, _key(), _uuid(), *items, autoincrement=True)


def _plain_table(name: str, *items: SchemaItem) -> Table:
    return Table(name, metadata, *items, sqlite_strict=True, sqlite_with_rowid=False)


def _parts(name: str, owner: str) -> Table:
    """Return the table of the stretches that a highlight or a mark covers, one per paragraph.

    ``continues`` is 1 where the row goes on with the span of the row before it. ``start`` and
    ``length`` count code points; a paragraph's last one is the newline that ends it.
    """
    return _plain_table(
        name,
        Column(f"{owner}_key", Integer, ForeignKey(f"{owner}.key"), primary_key=True),
        Column("ordinal", Integer, primary_key=True),
        _to("paragraph_key", "paragraph.key"),
        _integer("start"),
        _integer("length"),
        _integer("continues"),
        Index(f"{name}_place", "paragraph_key", "start", "length"),
    )


project = _table(
    "project",
    Column("key", Integer, CheckConstraint("key = 1"), primary_key=True),
    _uuid(),
    _text("name"),
    _text("created"),
    _to("codebook_revision", "codebook_revision.revision"),
    _hash(),
)
codebook_revision = _table(
    "codebook_revision",
    Column("revision", Integer, primary_key=True),
    _text("created"),
    _text("guideline"),
    _hash(),
    Column("verdicts", JsonText),
)
# One row: what the codebook says beside its labels. Its id is the project's.
guideline = _objects("guideline", _text("text"), _json("verdicts"), *_kept(), _shared())
replica = _objects("replica", _hash())
# How often a reviewer was renamed tells which of two names is the newer one.
reviewer = _objects("reviewer", _text("name"), _hash(), _later("renamed", Integer, "0"), _extra())
label = _objects(
    "label",
    # A label's own ``key``, which the row's key must not be mistaken for.
    _text("slug"),
    _text("name"),
    _text("letter"),
    _text("color_light"),
    _text("color_dark"),
    _text("line_style"),
    _text("shortcut"),
    _integer("position"),
    _text("definition"),
    _json("tests"),
    _json("edge_cases"),
    _json("examples"),
    _maybe_to("parent_key", "label.key"),
    _integer("archived"),
    *_kept(),
    _later("fields", JsonText, "'[]'"),
    _later("revised", Integer, "0"),
    _shared(),
    _open("label", "slug"),
)
article = _objects(
    "article",
    _text("title"),
    _to("revision_key", "revision.key"),
    _text("created"),
    _text("publisher"),
    _json("authors"),
    _text("url"),
    _text("published"),
    _text("language"),
    _text("direction"),
    _integer("removed"),
    *_kept(),
    _later("finished", Text, "''"),
    _maybe_to("finisher_key", "reviewer.key"),
    Index("article_revision", "revision_key"),
    Index("article_url", "url", sqlite_where=text("url <> ''")),
    _shared(),
    _open("article", "title"),
)
revision = _objects(
    "revision",
    _to("article_key", "article.key"),
    _integer("number"),
    Column("text_sha256", Text, nullable=False, index=True),
    _integer("chars"),
    _text("segmenter"),
    _text("source_name"),
    _text("source_sha256"),
    _integer("source_size"),
    _text("source_encoding"),
    _text("source_reader"),
    _json("source_normalized"),
    _text("created"),
    *_kept(),
    Index("revision_article", "article_key", "number"),
    _extra(),
)
paragraph = _table(
    "paragraph",
    _key(),
    Column("sha256", LargeBinary, nullable=False),
    _integer("chars"),
    _integer("sentences"),
    _json("sentence_ends"),
    _text("text"),
)
revision_paragraph = _plain_table(
    "revision_paragraph",
    Column("revision_key", Integer, ForeignKey("revision.key"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    _to("paragraph_key", "paragraph.key"),
    Index("revision_place", "paragraph_key"),
)
claim = _objects(
    "claim",
    _text("created"),
    _text("modified"),
    _text("speaker"),
    _text("speaker_role"),
    _text("affiliation"),
    _text("via"),
    _text("form"),
    _text("cue"),
    _text("restated"),
    _text("claim_kind"),
    _text("check_worthiness"),
    _text("claim_date"),
    _text("claim_place"),
    _text("status"),
    _text("verdict"),
    _text("justification"),
    _json("evidence"),
    _text("note"),
    _text("confidence"),
    *_kept(),
    _shared(),
    _open("claim", "created"),
)
highlight = _objects(
    "highlight",
    Column("article_key", Integer, ForeignKey("article.key"), nullable=False, index=True),
    _to("revision_key", "revision.key"),
    _to("label_key", "label.key"),
    _to("reviewer_key", "reviewer.key"),
    _maybe_to("claim_key", "claim.key"),
    _text("quote"),
    _to("codebook_revision", "codebook_revision.revision"),
    _text("created"),
    _text("modified"),
    *_kept(),
    # Rows of parts, as in ``part``: nearly always none, and never asked for by place alone.
    _later("cue", JsonText, "'[]'"),
    Index("highlight_claim", "claim_key", sqlite_where=text("claim_key IS NOT NULL")),
    Index("highlight_guideline", "label_key", "codebook_revision"),
    Index("highlight_cue", "article_key", sqlite_where=text("cue <> '[]'")),
    # Why it has no place in the present text, and where it may belong.
    _later("unplaced", JsonText, "'{}'"),
    # Without it a new revision, whose articles' keys are deferred, would be looked for in all.
    Index("highlight_revision", "revision_key"),
    Index("highlight_reviewer", "reviewer_key"),
    Index("highlight_unplaced", "article_key", sqlite_where=text("unplaced <> '{}'")),
    # The tool it came from, its own id there, and the digest of what the file said of it.
    _later("origin", JsonText, "'{}'"),
    _shared(),
    _open("highlight", "article_key"),
    Index("highlight_held", "article_key", sqlite_where=text(IS_HELD)),
)
part = _parts("part", "highlight")
mark = _objects(
    "mark",
    Column("article_key", Integer, ForeignKey("article.key"), nullable=False, index=True),
    _to("revision_key", "revision.key"),
    _to("reviewer_key", "reviewer.key"),
    _text("created"),
    *_kept(),
    Index("mark_revision", "revision_key"),
    _shared(),
    _open("mark", "article_key"),
)
mark_part = _parts("mark_part", "mark")
tombstone = _plain_table(
    "tombstone",
    Column("uuid", UuidBytes, primary_key=True),
    _text("kind"),
    _json("version"),
    _to("sequence", "change.sequence"),
    _hash(),
    # Its aliases, and what a bundle said of it that this program does not understand.
    Column("shared", JsonText),
)
change = _table(
    "change",
    Column("sequence", Integer, primary_key=True),
    _to("replica_key", "replica.key"),
    _integer("counter"),
    _to("reviewer_key", "reviewer.key"),
    _text("at"),
    _text("origin"),
    _text("title"),
    _maybe_to("compensates", "change.sequence"),
    _maybe_to("undo_head", "change.sequence"),
    _maybe_to("undo_parent", "change.sequence"),
    _maybe_to("redo_head", "change.sequence"),
    _maybe_to("redo_parent", "change.sequence"),
    # Over the change, its items and the hash of the change before it.
    _hash(),
    # The change after which a jump brought back the state; it may be 0.
    Column("goes_to", Integer),
    UniqueConstraint("replica_key", "counter"),
    Index("change_compensates", "compensates", sqlite_where=text("compensates IS NOT NULL")),
    autoincrement=True,
)
change_item = _plain_table(
    "change_item",
    Column("sequence", Integer, ForeignKey("change.sequence"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    _text("kind"),
    Column("uuid", UuidBytes, nullable=False, index=True),
    Column("before", JsonText),
    Column("after", JsonText),
    # The object's versions before and after, where they are not the next ones of this replica.
    Column("versions", JsonText),
)
progress = _table(
    "progress",
    Column("article_key", Integer, ForeignKey("article.key"), primary_key=True),
    _integer("sentences"),
    _integer("reviewed"),
    _integer("highlights"),
)
label_count = _plain_table(
    "label_count",
    Column("article_key", Integer, ForeignKey("article.key"), primary_key=True),
    Column("label_key", Integer, ForeignKey("label.key"), primary_key=True),
    _integer("count"),
)
speaker_count = _plain_table(
    "speaker_count",
    Column("speaker", Text, primary_key=True),
    _text("folded"),
    _integer("count"),
    # With all that a search for a beginning reads.
    Index("speaker_order", text("count DESC"), "folded"),
)
# The files that articles were read from, where they are kept, by the hash of their bytes.
original = _table(
    "original",
    Column("sha256", Text, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)
# Which paragraphs have which runs of words, as sampled: texts that share many are alike.
shingle = _plain_table(
    "shingle",
    Column("hash", Integer, primary_key=True),
    Column("paragraph_key", Integer, ForeignKey("paragraph.key"), primary_key=True),
)
# Other ids of objects that were begun apart; ``of_uuid`` is that of the row.
alias = _plain_table(
    "alias",
    Column("uuid", UuidBytes, primary_key=True),
    _text("kind"),
    Column("of_uuid", UuidBytes, nullable=False),
    Index("alias_of", "of_uuid"),
)
# The bundles that were made of this project, and the newest change that each could hold.
sent = _table(
    "sent",
    _key(),
    Column("bundle_id", UuidBytes, nullable=False),
    _integer("sequence"),
    _text("at"),
    _text("kind"),
)
