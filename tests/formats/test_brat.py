from __future__ import annotations

import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.examples import share
from tests.formats.rich_project import assert_rich, rich_project
from tests.formats.round_trips import assert_round_trip, came_back, written
from tests.formats.sending import CODEBOOK, LABELS, article, highlight, projects, sent

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError, LeftOutError
from annotator.formats.brat import BratFormat
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.verifying import verify

FORM = BratFormat()
TEXT = "The dam failed, said Ann.\nNorth and South America wept 👻.\n"
# Every kind of line of the format, made up for this test.
ANN = """\
T1\tThing 0 7\tThe dam
T2\tFall 8 14\tfailed
T3\tPlace 26 31;42 49\tNorth America
T4\tPerson 21 24\tAnn
E1\tFall:T2 What:T1
R1\tNear Arg1:T3 Arg2:T4\t
A1\tNegation E1
M1\tConfidence T1 High
N1\tReference T4 Wikidata:Q42\tAnn Lee
#1\tAnnotatorNotes T1\twhich dam?
#2\tAnnotatorNotes E1\ton the event
#3\tAnnotatorNotes R1\tis that so?
#4\tAnnotationError T3\todd
*\tEquiv T1 T2
"""


def folder(path, ann=ANN, text=TEXT, name="doc"):
    path.mkdir(exist_ok=True)
    (path / f"{name}.txt").write_bytes(text.encode())
    (path / f"{name}.ann").write_bytes(ann.encode())
    return path


def read(path, **options):
    items = list(FORM.read(path, ExchangeOptions(**options)).items())
    errors = [one for one in items if isinstance(one, AnnotatorError)]
    return [one for one in items if one not in errors], errors


def standoff(text, ann):
    """Yield id, type and fragments by the documented rules, and assert what they demand."""
    known = set()
    for line in ann.splitlines():  # as brat reads it: at whatever ends a line
        name, data, words = line.split("\t", 2)
        assert re.fullmatch(r"[T#][1-9]\d*", name)
        assert name not in known
        known.add(name)
        if name.startswith("#"):
            kind, target = data.split()
            assert kind.isalpha()
            assert target in known
            assert target.startswith("T")
            assert words.strip()
            continue
        kind, _, places = data.partition(" ")
        assert re.fullmatch("[A-Za-z0-9_-]+", kind)
        fragments = [tuple(map(int, one.split(" "))) for one in places.split(";")]
        borders = [border for one in fragments for border in one]
        assert borders == sorted(borders)
        assert all(0 <= start < end <= len(text) for start, end in fragments)
        assert words == " ".join(text[start:end] for start, end in fragments)
        yield name, kind, fragments


def configured(folder, conf):
    """Return the lines of each section of a configuration, which begins with one."""
    sections, found = {}, None
    for line in (folder / conf).read_text("utf-8").splitlines():
        if header := re.fullmatch(r"\[([a-z]+)\]", line):
            assert header[1] not in sections
            found = sections[header[1]] = []
        elif line.strip() and not line.startswith("#"):
            found.append(line.strip())
    return sections


@given(made=projects())
@settings(max_examples=share(4))
def test_folders_hold_what_they_say_and_keep_to_the_rules(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("brat") / "out"
    assert assert_round_trip(FORM, made, target) == []
    assert verify(FORM.read(target, ExchangeOptions())).problems == []
    conf, shown = configured(target, "annotation.conf"), configured(target, "visual.conf")
    assert conf.keys() == {"entities", "relations", "events", "attributes"}
    assert shown.keys() == {"labels", "drawing"}
    declared = conf["entities"]
    assert len(set(declared)) == len(declared) == len(made.codebook.labels)
    assert [one.partition(" | ")[0] for one in shown["labels"]] == declared
    assert all(one.partition(" | ")[2] for one in shown["labels"])
    assert {one.partition("\t")[0] for one in shown["drawing"]} <= set(declared)
    texts = sorted(target.glob("*.txt"))
    for one, path in zip(made.made, texts, strict=True):
        assert path.read_bytes() == one.text.encode()
        found = list(standoff(one.text, path.with_suffix(".ann").read_bytes().decode()))
        assert len({name for name, _, _ in found}) == len(found)
        assert {kind for _, kind, _ in found} <= set(declared)


def test_all_of_a_highlight_comes_back(tmp_path):
    written(FORM, rich_project(), tmp_path / "out")
    assert_rich(came_back(FORM, tmp_path / "out")[1])
    again = tmp_path / "again"
    written(FORM, rich_project(), again)
    files = sorted(one.name for one in again.iterdir())
    assert files == ["0001-the-dam.ann", "0001-the-dam.meta.json", "0001-the-dam.txt",
                     "annotation.conf", "fact-annotator.json", "visual.conf"]  # fmt: skip
    assert all((again / one).read_bytes() == (tmp_path / "out" / one).read_bytes() for one in files)


def test_an_export_that_was_packed_with_its_folder_is_still_ours(tmp_path):
    written(FORM, rich_project(), tmp_path / "out")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        for one in sorted((tmp_path / "out").iterdir()):
            file.write(one, f"out/{one.name}")
    file, items = came_back(FORM, tmp_path / "a.zip")
    assert_rich(items)
    assert [one.id for one in file.labels] == [one.id for one in LABELS]
    assert file.settled


def test_every_kind_of_line_is_read_or_told(tmp_path):
    (found,), errors = read(folder(tmp_path / "a"))
    notes = {one.id: one.claim.get("note", "") for one in found.highlights}
    assert notes == {
        "doc T1": "Confidence: High\nwhich dam?",
        "doc T2": "Negation\non the event",
        "doc T3": "Near: is that so?\nAnnotationError: odd",
        "doc T4": "Wikidata:Q42 (Ann Lee)",
    }
    america = found.highlights[2]
    assert (america.spans, america.quotes) == (((26, 31), (42, 49)), ("North", "America"))
    assert not america.ours
    told = [one.what for one in errors if isinstance(one, LeftOutError)]
    assert told == ["events (1)", "groups of equals (1)", "relations (1)"]


@pytest.mark.parametrize("name", ["doc.ann", "doc.txt", "pack.zip", ""])
def test_a_pair_an_archive_and_a_folder_are_the_same(tmp_path, name):
    path = folder(tmp_path / "a") / name
    if name == "pack.zip":
        with zipfile.ZipFile(path, "w") as file:
            for one in ("doc.txt", "doc.ann"):
                file.write(tmp_path / "a" / one, one)
                file.writestr(f"__MACOSX/._{one}", "\0")
    assert FORM.fits(path, b"" if path.is_dir() else path.read_bytes()[:4096])
    (found,), _ = read(path)
    assert (found.title, found.id, len(found.highlights)) == ("doc", "doc", 4)


def test_five_columns_and_a_line_broken_within_the_words(tmp_path):
    ann = "T1\tORG\t4\t14\tdam\nfailed\nT2\tPER\t21\t24\tAnn\r\n\r\n"
    (found,), errors = read(folder(tmp_path / "a", ann, TEXT.replace("dam ", "dam\n")))
    assert [(one.spans, one.label, one.quotes) for one in found.highlights] == [
        (((4, 14),), "ORG", ("dam\nfailed",)),
        (((21, 24),), "PER", ("Ann",)),
    ]
    assert errors == []
    assert FORM.fits(tmp_path / "a" / "doc.ann", b"")


@pytest.mark.parametrize("shift", [0, 1])
def test_line_ends_of_windows_are_counted_as_the_quotes_say(tmp_path, shift):
    places = [(4, 7), (8, 13), (14, 18)]
    words = zip(places, ("two", "three", "four"), strict=True)
    ann = "".join(
        f"T{line}\tA {start + line * shift} {end + line * shift}\t{word}\r\n"
        for line, ((start, end), word) in enumerate(words, 1)
    )
    file = FORM.read(folder(tmp_path / "a", ann, "one\r\ntwo\r\nthree\r\nfour"), ExchangeOptions())
    verdict = verify(file)
    assert (verdict.problems, verdict.quotes, verdict.unsure) == ([], 3, False)


def test_fragments_that_a_line_end_keeps_apart_are_one_span(tmp_path):
    text = "one\ntwo\u2028three"
    made = sent(article(text, highlight((1, 13)), highlight((3, 4)), highlight((0, 3), (4, 7))))
    written(FORM, made, tmp_path / "out")
    first = (tmp_path / "out" / "0001-the-dam.ann").read_text("utf-8").split("\n")[0]
    assert "official_claim 0 3;4 7\tone two" in first
    _, (found,) = came_back(FORM, tmp_path / "out")
    spans = {one.spans for one in found.highlights}
    assert spans == {((1, 13),), ((3, 4),), ((0, 3), (4, 7))}


def test_what_was_changed_in_brat_wins(tmp_path):
    target = tmp_path / "out"
    written(FORM, sent(article("one two\nthree", highlight((0, 10), note="a\nb"))), target)
    file = target / "0001-the-dam.ann"
    ann = file.read_text("utf-8").replace("a b", "new").replace("0 7;8 10\tone two th", "4 7\ttwo")
    file.write_text(ann + "T2\thumanitarian_concern 0 3\tone\n", "utf-8")
    _, (found,) = came_back(FORM, target)
    changed, added = found.highlights
    assert (changed.spans, changed.claim["note"], changed.ours) == (((4, 7),), "new", True)
    assert (added.id, added.ours, added.label) == ("0001-the-dam T2", False, LABELS[1].id)


def test_types_are_safe_and_lead_back_to_their_labels(tmp_path):
    keys = ("твердження", "a", "a_é", "a_è")
    labels = tuple(
        replace(LABELS[0], id=f"{number:08}{LABELS[0].id[8:]}", key=key)
        for number, key in enumerate(keys)
    )
    one = article("abcd", *(highlight((at, at + 1)) for at in range(4)))
    made = tuple(replace(each, label=label) for each, label in zip(one.made, labels, strict=True))
    whole = replace(sent(replace(one, made=made)), codebook=replace(CODEBOOK, labels=labels))
    written(FORM, whole, tmp_path / "out")
    conf = (tmp_path / "out" / "annotation.conf").read_text("utf-8")
    assert conf.split("\n")[3:7] == ["label_1", "a", "a__", "a___2"]
    file, (found,) = came_back(FORM, tmp_path / "out")
    assert [one.label for one in found.highlights] == [one.id for one in labels]
    assert [one.key for one in file.labels] == [one.key for one in labels]


def test_the_configuration_of_others_declares_labels(tmp_path):
    path = folder(tmp_path / "a")
    conf = (
        "# c\n[entities]\nThing\n\tPlace\n\t\t!City|Town\n-----\nPerson\n[relations]\nNear Arg1:T\n"
    )
    (path / "annotation.conf").write_text(conf)
    (path / "visual.conf").write_text(
        "[labels]\nPerson | Human being | Hum\n[drawing]\nPlace\tfgColor:black, bgColor:#7FA2ff\n"
    )
    labels = FORM.read(path, ExchangeOptions()).labels
    assert [(one.name, one.id, one.parent, one.color) for one in labels] == [
        ("Thing", "Thing", "", ""),
        ("Place", "Place", "Thing", "#7fa2ff"),
        ("City", "City", "Place", ""),
        ("Human being", "Person", "", ""),
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [("T9\tThing 5 2\tx", 1), ("T9\tThing -1 2\tx", 1), ("T9\tThing\tx", 1), ("no id", 1),
     ("T9\tThing 0 7\tThe dam\nT9\tThing 0 3\tThe", 2), ("A1\tNegation", 1), ("#1\tNote", 1),
     ("R1\tNear", 1), ("E1\t", 1), ("N1\tReference T1", 1), ("T9\tThing 0 3\tThe\njunk", 1)],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(tmp_path, line, place):
    (found,), errors = read(folder(tmp_path / "a", f"{line}\nT1\tThing 0 3\tThe\n"))
    assert found.highlights[-1].id == "doc T1"
    wrong = [one for one in errors if isinstance(one, DamagedAnnotationsError)]
    assert [one.place for one in wrong] == [f"doc.ann, line {place}"]


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("#1\tAnnotatorNotes T1", "#1\tAnnotatorNotes T8", 10, "names T8"),
        ("Arg2:T4", "Arg2:T9", 6, "names T9"),
        ("What:T1", "What:R7", 5, "names R7"),
        ("Negation E1", "Negation E2", 7, "names E2"),
        ("Reference T4", "Reference T5", 9, "names T5"),
        ("Equiv T1 T2", "Equiv T1 T7", 14, "names T7"),
        ("Equiv T1 T2", "Equiv T1 R1", 14, "names R1"),
        ("M1\t", "A1\t", 8, "A1 is there already"),
        ("\tfailed", "\t", 2, "T2 has no words"),
        ("Thing 0 7", "Thong 0 7", 1, "the label “Thong” is none of the file's"),
        ("Near Arg1", "Far Arg1", 6, "no relation “Far”"),
        ("failed\n", "faile\n", 2, "reads"),
    ],
)
def test_what_the_lines_say_wrong_of_each_other_is_told(tmp_path, old, new, line, told):
    path = folder(tmp_path / "a")
    conf = (
        "[entities]\nThing\nPlace\nPerson\n[relations]\nNear Arg1:Place\n[events]\nFall\tWhat:T\n"
    )
    (path / "annotation.conf").write_text(conf)
    assert not verify(FORM.read(path, ExchangeOptions())).number
    assert old in ANN
    folder(path, ANN.replace(old, new, 1))
    (found,) = verify(FORM.read(path, ExchangeOptions())).problems
    assert found.place == f"doc.ann, line {line}"
    assert told in found.message


def test_what_this_program_noted_and_cannot_be_read_is_told(tmp_path):
    written(FORM, sent(article("one two", highlight((4, 7)))), tmp_path / "a")
    (ann,) = (tmp_path / "a").glob("*.ann")
    ann.write_text(ann.read_text("utf-8").replace('{"id"', '{id"'), "utf-8")
    (found,) = verify(FORM.read(tmp_path / "a", ExchangeOptions())).problems
    assert found.place.endswith("line 1")


def test_a_document_that_cannot_be_read_spoils_no_other(tmp_path):
    path = folder(tmp_path / "a")
    (path / "alone.ann").write_text("T1\tA 0 1\ta\n")
    folder(path, name="nul", text="a\0b")
    (path / "latin.ann").write_text("")
    (path / "latin.txt").write_bytes("é".encode("latin-1"))
    items, errors = read(path)
    assert [one.id for one in items] == ["doc"]
    damaged = [one for one in errors if isinstance(one, DamagedAnnotationsError)]
    assert [one.place for one in damaged] == ["alone.txt", "latin.txt", "nul.txt"]
    assert [one.text for one in read(path / "latin.txt", encoding="latin-1")[0]] == ["é"]


def test_links_out_of_the_folder_are_not_followed(tmp_path):
    path = folder(tmp_path / "a")
    (tmp_path / "secret").write_text("secret")
    (path / "b.txt").symlink_to(tmp_path / "secret")
    (path / "b.ann").write_text("")
    items, _ = read(path)
    assert [one.id for one in items] == ["doc"]


def test_other_files_are_left_alone(tmp_path):
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "b.ann").write_text("T1\tA 0 1\ta")
    folder(tmp_path / "c", "<ann/>")
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as file:
        file.writestr("a.txt", "a")
    for one in ("a.txt", "b.ann", "c/doc.ann", "d.zip"):
        path = tmp_path / one
        assert not FORM.fits(path, path.read_bytes())
    (tmp_path / "e").mkdir()
    assert not FORM.fits(tmp_path / "e", b"")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("visual.conf", "| Official", "| Oficial"),
        ("visual.conf", "bgColor:#0", "bgColor:#1"),
        ("annotation.conf", "\n\thumanitarian", "\nhumanitarian"),
        ("fact-annotator.json", '"key": "official', '"key": "oficial'),
        ("fact-annotator.json", '"color": "#0', '"color": "#1'),
        ("fact-annotator.json", '"name": "Official', '"name": "Oficial'),
    ],
)
def test_what_two_files_say_otherwise_of_a_label_is_told(tmp_path, name, old, new):
    written(FORM, sent(article("one two", highlight((4, 7)))), tmp_path / "a")
    path = tmp_path / "a" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    problems = verify(FORM.read(tmp_path / "a", ExchangeOptions())).problems
    assert [one.message.kind is not None for one in problems] == [True]
