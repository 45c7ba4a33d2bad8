"""Every kind of conflict as the command line lists and settles it, in two real projects."""

from __future__ import annotations

import json
import shutil

import pytest

from annotator.bootstrap import open_project
from annotator.cli import program
from annotator.cli.session import Windows
from annotator.core.span import Span
from annotator.service.codebook_commands import ChangeLabel, SetGuideline
from annotator.service.commands import (
    AddHighlight,
    DescribeClaim,
    MoveHighlight,
    RelabelHighlight,
    RemoveHighlights,
)

DAM = "The ministry said the dam was safe. Engineers left.\nAid groups warned of shortages.\n"
ROAD = "The road reopened at noon.\n"
PLACES = {"label": (0, 12), "place": (22, 34), "theirs gone": (36, 50), "ours gone": (52, 62)}
# Kind, field, what it was, ours and theirs; what was here is listed once more by its words.
KINDS = {
    "text": ("article", "text", "The road", "ann The road", "bob The road"),
    "name": ("label", "name", "Official claim", "ann", "bob"),
    "guideline": ("guideline", "text", "The labels tell", "ann", "bob"),
    "claim": ("claim", "speaker", "Nobody", "ann", "bob"),
    "label": ("highlight", "label", "ann", "Analyst opinion", "Humanitarian concern"),
    "place": ("highlight", "place", "dam was safe", "dam was", "the dam was safe"),
    "theirs gone": ("highlight", "there", "", "kept", "removed"),
    "ours gone": ("highlight", "there", "", "removed", "kept"),
}


class Desk:
    """Somebody's computer, with a project of theirs."""

    def __init__(self, folder, name, monkeypatch, capsys):
        self.folder, self.name, self.capsys = folder, name, capsys
        self.path, self.monkeypatch = folder / f"{name}.factproj", monkeypatch

    def type(self, *words):
        self.come()
        none = Windows(require=lambda: None, open=lambda _: 0, picture=lambda *_: None)
        words = [*map(str, words), "--project", str(self.path), "--json"]
        code = program.main(words, none)
        out, err = self.capsys.readouterr()
        return (json.loads(out) if code == 0 else err) if code != 1 else out

    def come(self):
        self.monkeypatch.setenv("ANNOTATOR_HOME", str(self.folder / f"home-{self.name}"))
        self.monkeypatch.setenv("LOGNAME", self.name)

    def opened(self):
        self.come()
        return open_project(self.path, create=False)

    def send(self, other, name):
        target = self.folder / f"{name}.annobundle"
        sent = self.type("bundle", target)["bundle_id"]
        other.type("merge", target, "--delete")
        return sent


@pytest.fixture(scope="module")
def kept():
    """The folder in which the projects with conflicts were made first."""
    return []


@pytest.fixture
def desks(kept, tmp_path_factory, new_project, monkeypatch, capsys):
    """Ann and Bob, who altered the same things without knowing of one another."""
    folder = tmp_path_factory.mktemp("desks")
    ann, bob = (Desk(folder, name, monkeypatch, capsys) for name in ("ann", "bob"))
    if kept:
        shutil.copytree(kept[0], folder, dirs_exist_ok=True)
        return ann, bob
    for one in (ann, bob):
        new_project(one.path)
    for name, text in (("Dam", DAM), ("Road", ROAD)):
        (folder / f"{name}.txt").write_text(text)
        ann.type("add", folder / f"{name}.txt")
    ids = begun(ann)
    ann.send(bob, "first")
    for one in (ann, bob):
        alter(one, ids)
    ann.send(bob, "second")
    bob.send(ann, "third")
    again = tmp_path_factory.mktemp("kept")
    shutil.copytree(folder, again, dirs_exist_ok=True)
    kept.append(again)
    return ann, bob


def begun(desk):
    project, ids = desk.opened(), {}
    dam = project.find_article("Dam").id
    for name, place in PLACES.items():
        project.execute(AddHighlight(dam, (Span(*place),), "official_claim"))
        found = project.queries.highlights()
        ids[name] = next(one.id for one in found if one.spans == (Span(*place),))
    project.execute(DescribeClaim(ids["label"], (("speaker", "Nobody"),)))
    project.close()
    return ids


def alter(desk, ids):
    project, is_ann = desk.opened(), desk.name == "ann"
    labels = [one.key for one in project.queries.codebook().labels]
    first = project.queries.codebook().labels[0].id
    kept, gone = ("theirs gone", "ours gone") if is_ann else ("ours gone", "theirs gone")
    for command in (
        RelabelHighlight(ids["label"], labels[1 if is_ann else 2]),
        MoveHighlight(ids["place"], (Span(22, 29) if is_ann else Span(18, 34),)),
        RelabelHighlight(ids[kept], labels[1]),
        RemoveHighlights((ids[gone],)),
        DescribeClaim(ids["label"], (("speaker", desk.name),)),
        ChangeLabel(first, (("name", desk.name),)),
        SetGuideline(f"{desk.name} {'says how to mark. ' * 20}"),
    ):
        project.execute(command)
    editing = project.edit_text(project.open_article(project.find_article("Road").id))
    editing.replace(Span(0, 0), f"{desk.name} ")
    editing.finish()
    project.close()


def listed(desk, kind):
    """The conflict of a kind, and what is said of it, by its words."""
    what, field, *told = KINDS[kind]
    for one in desk.type("conflicts"):
        (found,) = one["fields"]
        if (one["kind"], found["field"]) == (what, field) and (
            field != "there" or found["ours_told"] == told[1]
        ):
            return one["id"], found
    return None


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_listed_settled_taken_back_and_travels(desks, kind):
    ann, bob = desks
    conflict, said = listed(ann, kind)
    *_, before, ours, theirs = KINDS[kind]
    for told, wanted in zip(
        (said["ancestor_told"], said["ours_told"], *said["theirs_told"]),
        (before, ours, theirs),
        strict=True,
    ):
        assert told.startswith(wanted)
        assert len(told) <= 60
    for choice in ("ours", "theirs", "both"):
        settled = ann.type("settle", conflict[-12:], choice)
        if choice == "both" and kind not in {"label", "place"}:
            assert "choose ours or theirs" in settled
            settled = ann.type("settle", conflict, "theirs")
        assert settled["id"] == conflict
        assert "waits to be settled" in ann.type("settle", conflict, choice)
        assert listed(ann, kind) is None
        if choice != "both":
            ann.type("undo")
            assert listed(ann, kind) == (conflict, said)
    assert ann.type("check")["ok"]
    sent = ann.send(bob, "settled")
    assert conflict not in {one["id"] for one in bob.type("conflicts")}
    assert bob.type("check")["ok"]
    assert bob.send(ann, "back") == sent == ann.send(bob, "again")


def test_an_id_that_means_none_or_several_settles_nothing(desks):
    ann, _ = desks
    number = len(ann.type("conflicts"))
    assert number == len(KINDS)
    assert "Nothing of zebra waits" in ann.type("settle", "zebra", "ours")
    assert "More than one conflict" in ann.type("settle", "0", "ours")
    assert len(ann.type("conflicts")) == number


def test_of_three_who_differ_each_is_named_and_can_be_chosen(
    tmp_path, new_project, monkeypatch, capsys
):
    ann, *others = three = [
        Desk(tmp_path, name, monkeypatch, capsys) for name in ("ann", "bob", "cleo")
    ]
    for one in three:
        one.come()
        new_project(one.path)
    (tmp_path / "Dam.txt").write_text(DAM)
    ann.type("add", tmp_path / "Dam.txt")
    ids = begun(ann)
    for one in others:
        ann.send(one, f"first-{one.name}")
    for number, one in enumerate(three):
        project = one.opened()
        project.execute(DescribeClaim(ids["label"], (("speaker", one.name),)))
        project.execute(MoveHighlight(ids["place"], (Span(18 + number, 34),)))
        project.close()
    for one in others:
        one.send(ann, f"second-{one.name}")
    found = {one["kind"]: one for one in ann.type("conflicts")}
    claim = found["claim"]
    assert claim["ours"]["by"] == ["ann"]
    assert sorted(one["by"] for one in claim["theirs"]) == [["bob"], ["cleo"]]
    assert all(one["at"] for one in (claim["ours"], *claim["theirs"]))
    (said,) = claim["fields"]
    assert [one["by"] for one in claim["theirs"]] == [[one] for one in said["theirs"]]
    assert "choose theirs:1, theirs:2" in ann.type("settle", claim["id"], "theirs")
    assert "choose theirs:1, theirs:2" in ann.type("settle", claim["id"], "theirs:3")
    assert "names nobody" in ann.type("settle", claim["id"], "ours:1")
    assert ann.type("settle", claim["id"], "theirs:2")["choice"] == "theirs:2"
    told = ann.opened()
    speakers = [one.shown("speaker") for one in told.queries.all_shared("claim")]
    told.close()
    assert speakers == [said["theirs"][1]]
    ann.type("settle", found["highlight"]["id"], "both")
    kept = {one["quote"] for one in ann.type("highlights") if one["quote"].endswith("safe")}
    assert kept == {DAM[18 + number : 34] for number in range(3)}


@pytest.mark.parametrize(("choice", "claims"), [("ours", ["ann"]), ("theirs", [])])
def test_one_removal_is_one_conflict_that_takes_the_claim_record_along(
    tmp_path, new_project, monkeypatch, capsys, choice, claims
):
    ann, bob = desks = [Desk(tmp_path, name, monkeypatch, capsys) for name in ("ann", "bob")]
    for one in desks:
        one.come()
        new_project(one.path)
    (tmp_path / "Dam.txt").write_text(DAM)
    ann.type("add", tmp_path / "Dam.txt")
    ids = begun(ann)
    ann.send(bob, "first")
    project = bob.opened()
    project.execute(RemoveHighlights((ids["label"],)))
    project.close()
    project = ann.opened()
    project.execute(DescribeClaim(ids["label"], (("speaker", "ann"),)))
    project.execute(RelabelHighlight(ids["label"], "analyst_opinion"))
    project.close()
    bob.send(ann, "second")
    (found,) = ann.type("conflicts")
    assert (found["kind"], found["id"]) == ("highlight", ids["label"])
    assert found["theirs"][0]["by"] == ["bob"]
    ann.type("settle", found["id"], choice)
    assert ann.type("conflicts") == []
    project = ann.opened()
    told = [one.shown("speaker") for one in project.queries.all_shared("claim")]
    had = [one.claim_id for one in project.queries.highlights() if one.id == ids["label"]]
    project.close()
    assert told == claims
    assert list(map(bool, had)) == [True] * len(claims)
    assert ann.type("check")["ok"]


def test_of_an_article_that_one_is_to_finish_no_conflict_is_told(desks, capsys):
    ann, _ = desks
    everything = ann.type("conflicts")
    inside = [one["id"] for one in everything if one["kind"] in {"highlight", "claim"}]
    ann.monkeypatch.chdir(ann.folder)
    ann.type("settings", "set", "review.blind", "on")
    told = ann.type("conflicts")
    assert [one["id"] for one in told] == [
        one["id"] for one in everything if one["id"] not in inside
    ]
    assert "waits to be settled" in ann.type("settle", inside[0], "ours")
    ann.type("finish", "Dam", "--anyway")
    assert ann.type("conflicts") == everything
