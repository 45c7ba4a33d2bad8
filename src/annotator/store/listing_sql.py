"""The statements of the table of highlights: what is in it, in which order, what a row shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from annotator.store.asking import NOTES, QUOTES
from annotator.store.columns import UuidBytes
from annotator.store.filters import fts

if TYPE_CHECKING:
    from annotator.core.search_query import SearchQuery
    from annotator.service.finding import SortName

# What a highlight is sorted by; its key comes last, so that no two are alike.
ORDERS: Final[dict[SortName, tuple[str, ...]]] = {
    "article": (
        "lower(article.title)",
        'article."key"',
        "coalesce(place.ordinal, 1 << 40)",
        "coalesce(part.start, 0)",
    ),
    "label": ("label.position", 'label."key"'),
    "reviewer": ("lower(reviewer.name)", 'reviewer."key"'),
    "created": ("highlight.created",),
    "modified": ("highlight.modified",),
    "quote": ("lower(substr(highlight.quote, 1, 64))",),
    "speaker": ("coalesce(claim.speaker, '') = ''", "lower(coalesce(claim.speaker, ''))"),
    "verdict": ("coalesce(claim.verdict, '')",),
    "note": ("coalesce(claim.note, '') = ''", "lower(substr(coalesce(claim.note, ''), 1, 64))"),
}
_JOINS: Final = """
CROSS JOIN article ON article."key" = highlight.article_key AND article.removed = 0
LEFT JOIN claim ON claim."key" = highlight.claim_key
"""
_MORE_JOINS: Final[dict[SortName, str]] = {
    "article": """
LEFT JOIN part ON part.highlight_key = highlight."key" AND part.ordinal = 0
LEFT JOIN revision_paragraph AS place
  ON place.paragraph_key = part.paragraph_key AND place.revision_key = article.revision_key
""",
    "label": 'CROSS JOIN label ON label."key" = highlight.label_key',
    "reviewer": 'CROSS JOIN reviewer ON reviewer."key" = highlight.reviewer_key',
}
HOMES: Final = text("""
SELECT article."key", progress.highlights
FROM article CROSS JOIN progress ON progress.article_key = article."key"
WHERE article.removed = 0 ORDER BY lower(article.title), article."key"
""")
LAST_KEY: Final = text('SELECT coalesce(max("key"), 0) FROM highlight')
OF_CLAIM: Final = text("""
SELECT highlight."key" FROM highlight
WHERE claim_key = (SELECT "key" FROM claim WHERE uuid = :of_claim)
""")
OF_ARTICLE: Final = text("""
SELECT highlight."key" FROM highlight
WHERE article_key = (SELECT "key" FROM article WHERE uuid = :of_article) LIMIT :limit
""")
ROWS: Final = text("""
SELECT highlight."key", highlight.uuid AS id, article.uuid AS article_id,
       article.title AS article_title, label.uuid AS label_id, reviewer.uuid AS reviewer_id,
       highlight.quote, coalesce(claim.speaker, '') AS speaker,
       coalesce(claim.verdict, '') AS verdict, coalesce(claim.note, '') <> '' AS has_note,
       highlight.created, highlight.modified, highlight.codebook_revision
FROM json_each(:keys) AS wanted
CROSS JOIN highlight ON highlight."key" = wanted.value
CROSS JOIN article ON article."key" = highlight.article_key
CROSS JOIN label ON label."key" = highlight.label_key
CROSS JOIN reviewer ON reviewer."key" = highlight.reviewer_key
LEFT JOIN claim ON claim."key" = highlight.claim_key
ORDER BY wanted."key"
""").columns(id=UuidBytes, article_id=UuidBytes, label_id=UuidBytes, reviewer_id=UuidBytes)

# In the connection's own temporary schema, which is memory: nothing of it is in the file.
RESET: Final = tuple(
    statement
    for name, columns in (
        ("fitting", '"key" INTEGER PRIMARY KEY'),
        ("unwanted", '"key" INTEGER PRIMARY KEY'),
        ("sorting", 'first, second, "key" INTEGER'),
    )
    for statement in (
        f"DROP TABLE IF EXISTS temp.{name}",
        f"CREATE TABLE temp.{name} ({columns})",
    )
)
_WITH_WORDS: Final = (
    f"INSERT OR IGNORE INTO temp.{{table}} SELECT rowid FROM {QUOTES} WHERE {QUOTES} MATCH :terms",  # noqa: S608 - the names are this program's own
    f"""
    INSERT OR IGNORE INTO temp.{{table}} SELECT highlight."key"
    FROM {NOTES} CROSS JOIN highlight ON highlight.claim_key = {NOTES}.rowid
    WHERE {NOTES} MATCH :terms
    """,  # noqa: S608 - see above
)
# EXISTS, for IN would let SQLite walk the whole table for each slice.
_AMONG: Final = (
    " AND {negation}EXISTS (SELECT 1 FROM temp.{table} AS known"
    ' WHERE known."key" = highlight."key")'
)
KNOWN: Final = text('SELECT "key" FROM temp.fitting LIMIT :limit')
SORTED: Final = 'SELECT "key" FROM temp.sorting ORDER BY first, second, "key"'


def with_words(query: SearchQuery) -> list[tuple[str, str]]:
    """Return what fills the temporary tables with the highlights that have a query's words."""
    wanted = [("fitting", " AND ".join(map(fts, query.terms)))] if query.terms else []
    wanted += [("unwanted", fts(term)) for term in query.without]
    return [(one.format(table=table), terms) for table, terms in wanted for one in _WITH_WORDS]


def word_conditions(query: SearchQuery) -> str:
    """Return the condition that the temporary tables make."""
    conditions = ""
    if query.terms:
        conditions += _AMONG.format(negation="", table="fitting")
    if query.without:
        conditions += _AMONG.format(negation="NOT ", table="unwanted")
    return conditions


def slice_of_few(by: SortName, conditions: str) -> str:
    """Return what lists some highlights in their final order."""
    return f"""
    SELECT highlight."key" FROM json_each(:keys) AS wanted
    CROSS JOIN highlight ON highlight."key" = wanted.value
    {_JOINS}{_MORE_JOINS.get(by, "")}
    WHERE 1{conditions}
    ORDER BY {", ".join(ORDERS[by])}, highlight."key"
    """  # noqa: S608 - the names are this program's own


def slice_of_articles(conditions: str) -> str:
    """Return what lists the highlights of some articles by place."""
    return f"""
    SELECT highlight."key" FROM json_each(:homes) AS home
    CROSS JOIN highlight ON highlight.article_key = home.value
    {_JOINS}{_MORE_JOINS["article"]}
    WHERE 1{conditions}
    ORDER BY home."key", {", ".join(ORDERS["article"][2:])}, highlight."key"
    """  # noqa: S608 - the names are this program's own


def slice_of_keys(by: SortName, conditions: str) -> str:
    """Return what puts the highlights of some keys aside, to be sorted with the others."""
    first, second = (*ORDERS[by], "0")[:2]
    return f"""
    INSERT INTO temp.sorting SELECT {first}, {second}, highlight."key" FROM highlight
    {_JOINS}{_MORE_JOINS.get(by, "")}
    WHERE highlight."key" > :low AND highlight."key" <= :high{conditions}
    """  # noqa: S608 - the names are this program's own


def places_of(by: SortName, conditions: str) -> str:
    """Return what tells of some highlights whether they fit, and what they are sorted by."""
    return f"""
    SELECT {", ".join(ORDERS[by])}, highlight."key", highlight.quote,
           claim.speaker, claim.affiliation, claim.restated, claim.justification, claim.note
    FROM json_each(:keys) AS wanted CROSS JOIN highlight ON highlight."key" = wanted.value
    {_JOINS}{_MORE_JOINS.get(by, "")}
    WHERE 1{conditions}
    """  # noqa: S608 - the names are this program's own
