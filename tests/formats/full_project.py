"""Projects in which there is all that a project can have: by hand, and by Hypothesis."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from tests.formats.rich_project import CLAIM
from tests.formats.sending import LABELS, NOW, REVIEWERS, MadeProject, article, highlight, projects

from annotator.core.records import Candidate, Codebook, Unplaced
from annotator.core.span import Span

_FULL = CLAIM | {
    "speaker_role": "official",
    "affiliation": "The Ministry of 水",
    "via": "an agency",
    "form": "mixed",
    "restated": "One and one is two,\nsays the ministry.",
    "claim_kind": "quantity",
    "check_worthiness": "check_worthy",
    "claim_date": "2026-03-01",
    "claim_place": "Kyiv",
    "justification": "\tIt was counted.",
    "note": " '-1 on\ntwo lines\\n\tand a tab\x07 ",
}
_BOOK = Codebook(
    2,
    "How to mark.",
    (
        replace(LABELS[0], shortcut="1", tests=("Is it?",), fields=("speaker",)),
        replace(LABELS[1], edge_cases=("Not if.",), examples=("水",), archived=True),
    ),
    ("True", "Yes and no"),
)


def _with(one, **fields):
    return replace(one, highlight=replace(one.highlight, **fields))


def _orphan(one):
    at = one.highlight.hull.start
    return _with(one, spans=(Span(at, at),), quote="what was “here”", cue=Span(0, 1))


def _waiting(one):
    at = one.highlight.hull.start
    lost = Unplaced("ambiguous", "before ", " behind", (Candidate((Span(0, 1),), 0.5),))
    return _with(one, spans=(Span(at, at),), quote="twice there", unplaced=lost)


def _claimed(one):
    claim = highlight((0, 1), **_FULL).claim
    own_id = f"0{one.highlight.id[1:]}"
    made = _with(one, cue=Span(0, 2), claim_id=own_id)
    return replace(made, claim=replace(claim, id=own_id))


def _told_by(one):
    return _with(one, cue=Span(1, 2))


_KINDS = (lambda one: one, _orphan, _waiting, _claimed, _told_by)


def full_project():
    """Return a project in which everything is that a project can have."""
    text = 'The ministry said 👻 =1+1 is two.\nالوزارة قالت\n\'-1 e\u0301t "x"\tend and   more\n水'
    places = [((0, 12), (18, 24)), ((20, 24),), ((30, 36),), ((5, 9),), ((47, 48),), ((50, 51),)]
    whole = article(
        text, *(highlight(*one, label=number % 2, reviewer=number % 2, note=str(number))
                for number, one in enumerate(places))
    )  # fmt: skip
    kinds = (_claimed, _told_by, _KINDS[0], _KINDS[0], _orphan, _waiting)
    ordered = sorted(whole.made, key=lambda one: one.highlight.key)
    made = {one.highlight.key: kind(one) for one, kind in zip(ordered, kinds, strict=True)}
    told = replace(whole.article, language="ar", direction="rtl", finished=NOW,
                   finished_by=REVIEWERS[0].id)  # fmt: skip
    whole = replace(whole, article=told, reviewed_marks=2,
                    made=tuple(made[one.highlight.key] for one in whole.made))  # fmt: skip
    bare = article("Only this.", name="b", title="", url="")
    bare = replace(bare, article=replace(bare.article, publisher="", authors=(), published=""))
    return MadeProject((whole, bare), _BOOK)


@st.composite
def full_projects(draw):
    """Projects whose highlights have claims, cues, and places or none."""
    made = draw(projects())
    articles = [
        replace(
            one,
            made=tuple(draw(st.sampled_from(_KINDS))(each) for each in one.made),
            reviewed_marks=draw(st.integers(0, 2)),
        )
        for one in made.made
    ]
    return replace(made, made=tuple(articles), codebook=_BOOK)
