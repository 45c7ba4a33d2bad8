"""A newer copy of the text on the dam, in which tagged words have two places, or none."""

from __future__ import annotations

from tests.gui.conftest import DAM

from annotator.core.span import Span
from annotator.service.commands import AddHighlight

# Two places for the road, none for the engineers.
LOST, ROAD = "Engineers left the site.", "The road stayed closed."
NEWER = (
    "Dam declared safe\n\n"
    "The road stayed closed for a week. The ministry said the 🚰 dam was safe.\n\n"
    "Dr. Voss expects seepage to double. Aid groups warned of shortages.\n\n"
    "Later the road stayed closed for a month.\n"
)


def tagged(project, article, words):
    start = DAM.index(words)
    project.execute(AddHighlight(article.id, (Span(start, start + len(words)),), "official_claim"))
