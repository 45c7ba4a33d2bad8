"""What a connection does not see of others' work: highlights of articles yet to be finished.

Views that last as long as the connection, and go by the names of the tables, stand before those:
whatever is asked through it, by any statement, is answered as if what is hidden were not there.
An article is seen whole once the reviewer finished it, and from then on: what was seen was seen.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final
from uuid import UUID

from annotator.core.sentence_blocks import SegmentedParagraph
from annotator.service.blind import HIDDEN_TITLE
from annotator.store import schema
from annotator.store.coverage import touched
from annotator.team.fields import FINISHED

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Table

_ME: Final = """(SELECT "key" FROM main.reviewer WHERE uuid = {uuid})"""
_SEEN: Final = """EXISTS (
    SELECT 1 FROM main.article AS home WHERE home."key" = {article}
    AND (home.finisher_key = {me} OR instr(home.shared, '{field}') > 0)
)"""
_VIEWS: Final[dict[str, str]] = {
    "highlight": "SELECT {columns} FROM main.highlight AS it WHERE {own}",
    "mark": "SELECT {columns} FROM main.mark AS it WHERE {own}",
    "part": """
SELECT {columns} FROM main.part AS it WHERE it.highlight_key IN (
    SELECT "key" FROM main.highlight AS one WHERE one."key" = it.highlight_key AND {one}
)""",
    "mark_part": """
SELECT {columns} FROM main.mark_part AS it WHERE it.mark_key IN (
    SELECT "key" FROM main.mark AS one WHERE one."key" = it.mark_key AND {one}
)""",
    # A claim record is seen with any of its highlights.
    "claim": """
SELECT {columns} FROM main.claim AS it WHERE NOT EXISTS (
    SELECT 1 FROM main.highlight AS one WHERE one.claim_key = it."key"
) OR EXISTS (SELECT 1 FROM main.highlight AS one WHERE one.claim_key = it."key" AND {one})""",
    "speaker_count": """
SELECT known.speaker AS speaker, known.folded AS folded, count(*) AS count
FROM temp.claim AS told JOIN main.speaker_count AS known ON known.speaker = told.speaker
GROUP BY known.speaker, known.folded""",
    "label_count": """
SELECT {columns} FROM main.label_count AS it WHERE {seen}
UNION ALL
SELECT it.article_key, it.label_key, count(*) FROM main.highlight AS it
WHERE it.reviewer_key = {me} AND NOT {seen} GROUP BY it.article_key, it.label_key""",
    "progress": """
SELECT it.article_key AS article_key, it.sentences AS sentences,
CASE WHEN {seen} THEN it.reviewed ELSE coalesce((
    SELECT sum(sentences_touched(paragraph.text, paragraph.sentence_ends, place.spans))
    FROM (
        SELECT paragraph_key, json_group_array(json_array(start, length)) AS spans FROM (
            SELECT paragraph_key, start, length FROM main.highlight AS one
            JOIN main.part ON part.highlight_key = one."key"
            WHERE one.article_key = it.article_key AND one.reviewer_key = {me}
            UNION ALL
            SELECT paragraph_key, start, length FROM main.mark AS one
            JOIN main.mark_part ON mark_part.mark_key = one."key"
            WHERE one.article_key = it.article_key AND one.reviewer_key = {me}
        ) GROUP BY paragraph_key
    ) AS place
    JOIN main.paragraph ON paragraph."key" = place.paragraph_key
    WHERE paragraph."key" IN (
        SELECT paragraph_key FROM main.revision_paragraph WHERE revision_key = (
            SELECT revision_key FROM main.article WHERE article."key" = it.article_key
        )
    )
), 0) END AS reviewed,
CASE WHEN {seen} THEN it.highlights ELSE (
    SELECT count(*) FROM main.highlight AS one
    WHERE one.article_key = it.article_key AND one.reviewer_key = {me}
) END AS highlights
FROM main.progress AS it""",
    # The articles of which others' work is hidden; it stands before no table.
    "hiding": """
SELECT it.article_key AS article_key, it.sentences AS sentences,
one.revision_key AS revision_key, {me} AS me
FROM main.progress AS it JOIN main.article AS one ON one."key" = it.article_key
WHERE NOT {seen}""",
    "change_item": "SELECT {columns} FROM main.change_item AS it WHERE {told}",
    "change": """
SELECT {columns_but_title}, CASE WHEN EXISTS (
    -- A jump, and what takes it back, is called after the step that it went to.
    SELECT 1 FROM main.change_item AS it WHERE NOT {told} AND it.sequence IN (
        step.sequence, step.goes_to,
        (SELECT goes_to FROM main.change AS jump WHERE jump.sequence = step.compensates)
    )
) THEN '{title}' ELSE step.title END AS title FROM main.change AS step""",
}
# Whether an item of the history is of nothing hidden: by the object, else by what it was.
_TOLD: Final = """coalesce(CASE it.kind
WHEN 'highlight' THEN coalesce((
    SELECT {one} FROM main.highlight AS one WHERE one.uuid = it.uuid
), {former})
WHEN 'mark' THEN coalesce((SELECT {one} FROM main.mark AS one WHERE one.uuid = it.uuid), {former})
WHEN 'claim' THEN coalesce(
    (SELECT claim."key" IN (SELECT "key" FROM temp.claim) FROM main.claim
     WHERE claim.uuid = it.uuid),
    (SELECT one.reviewer_key = {me} FROM main.change AS one WHERE one.sequence = it.sequence)
)
ELSE 1 END, 0)"""
_FORMER: Final = "coalesce(it.after, it.before)"


def draw(driver: sqlite3.Connection, reviewer_id: str) -> None:
    """Let a connection see what a reviewer may see who works without looking at others."""
    driver.create_function("sentences_touched", 3, _sentences_touched, deterministic=True)
    for name, statement in _VIEWS.items():
        view = statement.format(**_words(reviewer_id, name))
        driver.execute(f'CREATE TEMP VIEW "{name}" AS {view}')


def _words(reviewer_id: str, name: str) -> dict[str, str]:
    uuid = UUID(reviewer_id)
    me = _ME.format(uuid=f"x'{uuid.hex}'")
    field = f'"{FINISHED}{uuid}"'

    def seen(article: str) -> str:
        return _SEEN.format(article=article, me=me, field=field)

    def own(row: str) -> str:
        return f"({row}.reviewer_key = {me} OR {seen(f'{row}.article_key')})"

    reviewer, article = (
        f"json_extract({_FORMER}, '$.{one}_key')" for one in ("reviewer", "article")
    )
    former = f"({reviewer} = {me} OR {seen(article)})"
    table: Table | None = schema.metadata.tables.get(name)
    columns = [column.name for column in table.columns] if table is not None else []
    return {
        "me": me,
        "seen": seen("it.article_key"),
        "own": own("it"),
        "one": own("one"),
        "told": _TOLD.format(one=own("one"), former=former, me=me),
        "title": HIDDEN_TITLE,
        "columns": ", ".join(f'it."{one}"' for one in columns),
        "columns_but_title": ", ".join(f'step."{one}"' for one in columns if one != "title"),
    }


def _sentences_touched(text: str, ends: str, spans: str) -> int:
    """Count the sentences of a paragraph that share a code point with one of some stretches."""
    sentences = SegmentedParagraph(text, json.loads(ends))
    return len({number for span in json.loads(spans) for number in touched(sentences, *span)})
