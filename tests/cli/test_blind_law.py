"""Nothing that the command line says to who works without looking at others betrays them."""

from __future__ import annotations

import pytest

from annotator.bootstrap import open_project, reviewers
from annotator.cli.program import program
from annotator.core.span import Span
from annotator.service.blind import HIDDEN_TITLE
from annotator.service.commands import AddHighlight, DescribeClaim, RelabelHighlight
from annotator.service.losses import HIDDEN
from annotator.settings.table import BLIND

# Theirs alone: words of a claim record, a label that nobody else uses, and what they did.
WORDS, LABEL, STEPS = "zebra", "umanitarian", ("Relabel", "Merge what")
# The codebook is everybody's, so that a label may be named where it is listed, and in files.
LISTING_LABELS = {"codebook", "export", "stats"}
# These ask for a window or for a web address, or for nothing of a project.
NOT_TRIED = {"demo", "fetch", "open", "readers", "formats"}


@pytest.fixture
def typed(terminal):
    """Each verb, and what to type behind it, in a project with somebody else's highlight.

    The article in which it is was finished by nobody; who works now made a mark and a copy.
    """
    file = terminal.write()
    terminal.type("add", file, "--project", terminal.project)
    article = terminal.json("list")[0]["id"]
    mine = reviewers().known()[0].name
    reviewers().add("Grace")
    hers = open_project(terminal.project, create=False)
    labels = hers.queries.codebook().labels
    hers.execute(AddHighlight(article, (Span(0, 12),), labels[2].key))
    (made,) = hers.queries.highlights()
    hers.execute(DescribeClaim(made.id, (("note", WORDS), ("speaker", f"Dr. {WORDS}"))))
    hers.execute(RelabelHighlight(made.id, labels[0].key))
    hers.execute(RelabelHighlight(made.id, labels[2].key))
    hers.close()
    reviewers().choose(mine)
    sent = terminal.folder / "all.annobundle"
    terminal.json("bundle", sent)
    terminal.json("settings", "set", BLIND.key, "on")
    newer = terminal.write("newer.txt", "The ministry said so. Engineers left.\n")
    out = [terminal.folder / name for name in ("out.annobundle", "out.jsonl", "out.csv")]
    lines = [
        ("list",),
        ("add", file),
        ("anchors", article),
        ("bundle", out[0]),
        ("merge", "--dry-run", out[0]),
        ("merge", sent),
        ("check",),
        ("codebook", "show"),
        ("conflicts",),
        ("settle", made.id, "ours"),
        ("export", "jsonl", out[1]),
        ("export", "csv", out[2]),
        ("columns", out[2]),
        ("convert", out[1], terminal.folder / "out.txt", "--to", "csv"),
        ("verify", out[1]),
        ("import", out[1], "--dry-run"),
        ("highlights",),
        ("highlights", f"label:{labels[2].key}"),
        ("search", WORDS),
        ("search", "ministry"),
        ("history",),
        ("jump", "4", "--dry-run"),
        ("jump", "4"),
        ("history",),
        ("undo",),
        ("redo",),
        ("undo",),
        ("reviewer",),
        ("revisions", article),
        ("revise", article, newer),
        ("settings", "list"),
        ("settle-place", made.id, "best"),
        ("show", article),
        ("stats",),
        ("tag", article, "0", "3", labels[1].key),
        ("untag", "0190a1b2-0000-7000-8000-0000000000ab"),
        ("undo",),
        ("undo",),
        ("undo",),
        ("redo",),
        ("history",),
    ]
    return lines, article


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_no_verb_tells_what_others_did_until_one_finished(terminal, typed, form):
    lines, article = typed
    tried = {words[0] for words in lines} | NOT_TRIED | {"finish", "reopen"}
    assert set(program.commands) <= tried
    betrayed = []
    for words in lines:
        where = [] if words[0] in {"settings", "reviewer"} else ["--project", terminal.project]
        code, *told = terminal.type(*words, *where, *form)
        said = "".join(told)
        forbidden = [WORDS, *STEPS, *([] if words[0] in LISTING_LABELS else [LABEL])]
        asked = " ".join(map(str, words))
        betrayed += [(asked, one) for one in forbidden if one in said.replace(asked, "")]
        assert code < 2 or words[0] in {"settle", "settle-place", "untag"}, (words, said)
    assert betrayed == []
    told = terminal.json("export", "jsonl", terminal.folder / "more.jsonl")["losses"]
    assert [one["count"] for one in told if one["what"] == HIDDEN] == [1]
    assert HIDDEN_TITLE in terminal.type("history", "--project", terminal.project)[1]
    terminal.type("finish", article, "--anyway", "--project", terminal.project)
    assert WORDS in str(terminal.type("highlights", "--project", terminal.project, "--json"))
