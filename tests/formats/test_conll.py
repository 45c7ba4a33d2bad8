from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import share
from tests.formats.rich_project import CLAIM, rich_project
from tests.formats.round_trips import assert_round_trip, came_back, written
from tests.formats.sending import LABELS, article, highlight, projects, sent

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import NotAnnotationsError
from annotator.formats.conll import ConllFormat
from annotator.formats.shared.conll_tags import Entity, entities, tags_of
from annotator.service.exchange_ports import ExchangeOptions, Loss
from annotator.service.verifying import verify

FORM = ConllFormat()
OFFICIAL, CONCERN = (one.key for one in LABELS)
# In the ways of the shared tasks and of treebanks with names, made up for this test.
TASK_2003 = """\
-DOCSTART- -X- -X- O

Ann NNP B-NP I-PER
Lee NNP I-NP I-PER
met VBD B-VP O
Bo NNP B-NP I-PER
Kim NNP B-NP B-PER

-DOCSTART- -X- -X- O

Kyiv NNP B-NP I-LOC
"""
TASK_2002 = "Ann B-PER\nLee I-PER\n. O\n\nKyiv B-LOC\n"
TREEBANK = """\
# sent_id = s-1
# text = Ann's 👻-dam: 水
1\tAnn\tB-PER\t-\tolena
2-3\tnot\tO\t-\tolena
2\t's\tO\t-\tolena
3\t👻-dam\tB-LOC\t-\tolena
4\t:\tO\t-\tolena
5\t水\tB-LOC\t-\tolena

"""


def read(path, text, **options):
    path.write_bytes(text.encode())
    items = list(FORM.read(path, ExchangeOptions(**options)).items())
    errors = [one for one in items if isinstance(one, AnnotatorError)]
    return [one for one in items if one not in errors], errors


def marked(one):
    return [(found.label, [one.text[a:b] for a, b in found.spans]) for found in one.highlights]


@pytest.mark.parametrize("variant", ["", "iob1", "bilou"])
@given(made=projects(overlap=False))
@settings(max_examples=share(12))
def test_every_place_is_found_again(tmp_path_factory, variant, made):
    target = tmp_path_factory.mktemp("words") / "a.conll"
    losses = assert_round_trip(FORM, made, target, ExchangeOptions(variant=variant))
    assert {one.what for one in losses} <= {"highlights that begin or end within a word"}
    texts = [one.text for one in came_back(FORM, target)[1]]
    assert texts == [one.text for one in made.made]


@given(made=projects())
@settings(max_examples=share(12))
def test_words_and_tags_are_what_others_read(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("words") / "a.conll"
    losses = {one.what: one.count for one in written(FORM, made, target)}
    for line in target.read_text("utf-8").splitlines():  # at whatever somebody takes for one
        if line.startswith("# ") or not line:
            continue
        word, tag = line.split()
        assert word == word.strip()
        assert tag == "O" or tag.partition("-")[2] in {OFFICIAL, CONCERN}
    kept = sum(len(one.made) for one in made.made) - losses.get("overlapping highlights", 0)
    _, items = came_back(FORM, target)
    assert sum(len(one.highlights) for one in items) == kept


TAGGED = st.lists(
    st.tuples(st.sampled_from("AB"), st.integers(1, 3), st.integers(0, 2)), max_size=6
)


@given(made=TAGGED, scheme=st.sampled_from(["", "iob1", "bilou"]))
@settings(max_examples=share(2))
def test_tags_say_their_entities_in_every_scheme(made, scheme):
    found, at = [], 0
    for label, length, gap in made:
        found.append(Entity(label, at, at + length))
        at += length + gap
    assert list(entities(tags_of(found, at, scheme))) == found


def test_words_of_one_tag_stand_apart_from_those_of_another(tmp_path):
    made = sent(
        article("It's 1,000 👩‍👧 e\u0301t\u2028ad\n\nb", highlight((5, 13)), highlight((17, 20)))
    )
    losses = written(FORM, made, tmp_path / "a")
    rows = [one.split("\t") for one in (tmp_path / "a").read_text("utf-8").split("\n")]
    assert [one for one in rows if len(one) > 1] == [
        ["It", "O"], ["'", "O"], ["s", "O"], ["1", "B-official_claim"], [",", "I-official_claim"],
        ["000", "I-official_claim"], ["👩‍👧", "I-official_claim"], ["e\u0301t", "B-official_claim"],
        ["ad", "B-official_claim"], ["b", "O"],
    ]  # fmt: skip
    assert losses == [
        Loss("highlights that begin or end within a word", 2, "the tags cover whole words")
    ]


def test_the_longest_of_overlapping_highlights_is_kept(tmp_path):
    made = sent(article("one two three", highlight((0, 7)), highlight((4, 13), label=1),
                        highlight((0, 2), (3, 3)), highlight((8, 9))))  # fmt: skip
    losses = written(FORM, made, tmp_path / "a")
    assert losses[0] == Loss("overlapping highlights", 2, "the longest of each was kept")
    _, (found,) = came_back(FORM, tmp_path / "a")
    assert marked(found) == [(OFFICIAL, ["on", ""]), (CONCERN, ["two three"])]


def test_claims_and_metadata_come_back(tmp_path):
    made = rich_project()
    written(FORM, made, tmp_path / "a")
    _, (found,) = came_back(FORM, tmp_path / "a")
    (whole,) = made.made
    assert (found.article_id, found.title, found.text) == (whole.article.id, "The dam", whole.text)
    assert (found.authors, found.publisher) == (("Ann Lee",), "The Gazette")
    (first,) = found.highlights
    assert (first.spans, first.cue, first.ours) == (((0, 12), (18, 24)), (13, 17), True)
    assert (first.claim["note"], first.reviewer) == (CLAIM["note"], "Olena, of the desk")


@pytest.mark.parametrize("variant", ["plain", "conll2003"])
def test_bare_words_are_read_with_spaces_between(tmp_path, variant):
    made = sent(
        article("One  dam.\nTwo", highlight((5, 8), (10, 13), note="n")), article("b", name="b")
    )
    losses = written(FORM, made, tmp_path / "a", ExchangeOptions(variant=variant))
    assert [(one.what, one.count) for one in losses] == [
        ("highlights of several spans", 1),
        ("texts whose spaces or line ends were others", 1),
    ]
    rows = (tmp_path / "a").read_text("utf-8").splitlines()
    assert {len(one.split()) for one in rows if one} == {2 if variant == "plain" else 4}
    _, (first, second) = came_back(FORM, tmp_path / "a")
    assert (first.text, second.text) == ("One dam .\nTwo", "b")
    assert marked(first) == [(OFFICIAL, ["dam"]), (OFFICIAL, ["Two"])]


def test_files_of_the_shared_tasks_are_read(tmp_path):
    (first, second), errors = read(tmp_path / "eng.txt", TASK_2003)
    assert marked(first) == [("PER", ["Ann Lee"]), ("PER", ["Bo"]), ("PER", ["Kim"])]
    assert (second.text, second.title, errors) == ("Kyiv", "eng (2)", [])
    (both,), _ = read(tmp_path / "esp.txt", TASK_2002.replace("\n", "\r\n"))
    assert (both.text, both.title) == ("Ann Lee .\nKyiv", "esp")
    assert marked(both) == [("PER", ["Ann Lee"]), ("LOC", ["Kyiv"])]
    assert all(FORM.fits(tmp_path, one.encode()) for one in (TASK_2003, TASK_2002, TREEBANK))


def test_treebanks_with_names_keep_their_texts(tmp_path):
    (found,), errors = read(tmp_path / "a", TREEBANK + TREEBANK.replace("Ann's", "Ann 's"))
    assert found.text == "Ann's 👻-dam: 水\nAnn 's 👻-dam: 水"
    assert marked(found)[:3] == [("PER", ["Ann"]), ("LOC", ["👻-dam"]), ("LOC", ["水"])]
    assert (len(found.highlights), errors) == (6, [])


def test_a_text_that_has_other_words_is_not_believed(tmp_path):
    (found,), _ = read(tmp_path / "a", TREEBANK.replace("👻-dam: ", "dam "))
    assert found.text == "Ann 's 👻-dam : 水"


def test_documents_of_treebanks_are_articles(tmp_path):
    text = f"# global.columns = FORM TAG\n# newdoc id = one\n{TREEBANK}# newdoc\n{TREEBANK}"
    (first, second), _ = read(tmp_path / "a", text)
    assert (first.title, second.title) == ("one", "a (2)")


def test_tags_that_were_changed_elsewhere_win(tmp_path):
    made = sent(article("one two three", highlight((0, 3)), highlight((4, 7))))
    written(FORM, made, tmp_path / "a")
    text = (tmp_path / "a").read_text("utf-8")
    text = text.replace("one\tB-official_claim", "one\tB-PER").replace(
        "two\tB-official_claim", "two\tO"
    )
    (found,), errors = read(tmp_path / "b", text)
    (one,) = found.highlights
    assert (one.label, one.ours, errors) == ("PER", True, [])


@pytest.mark.parametrize(
    ("bad", "errors"),
    [("Ann", 1), ("Ann PER", 1), ("Ann X Y Z", 1), ("# highlight = []", 1), ("Ann O", 0),
     ('# highlight = {"tags": [[3, 1]]}', 1), ("# what is this", 0), ("\ufffd O", 0)],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(tmp_path, bad, errors):
    text = TASK_2002 * 4
    (found,), told = read(tmp_path / "a", f"{text}{bad}\n{TASK_2002}")
    assert len(found.highlights) == 10
    assert [one.place for one in told] == ["line 21"] * errors


def test_an_encoding_can_be_said(tmp_path):
    (tmp_path / "a").write_bytes("Peña B-PER\n. O\n".encode("latin-1"))
    (found,) = FORM.read(tmp_path / "a", ExchangeOptions(encoding="latin-1")).items()
    assert marked(found) == [("PER", ["Peña"])]


def test_a_file_without_tags_is_refused(tmp_path):
    with pytest.raises(NotAnnotationsError):
        read(tmp_path / "a", "no tags\nin here\n")
    assert read(tmp_path / "a", "") == ([], [])


@pytest.mark.parametrize(
    "text",
    ["", "Vitamin O", "text\tlabel\nAnn\tPER\n", '{"text": "a"}', "#FORMAT=WebAnno TSV 3.3\n",
     "T1\tPER 0 3\tAnn\n", "a,b\nc,O\n", "# a\n# b\n", "1-1\t0-3\tAnn\tPER\n", "\n\n"],
)  # fmt: skip
def test_other_files_are_left_alone(tmp_path, text):
    assert not FORM.fits(tmp_path / "a", text.encode())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"tags": [[4, 7]]', '"tags": [[4, 6]]'),
        ("# text = one", "# text = own"),
        ("# title", "# titel"),
        ("# newdoc id = ", "# newdoc id = 0"),
    ],
)
def test_comments_that_do_not_go_with_the_words_are_told(tmp_path, old, new):
    written(FORM, sent(article("one two", highlight((4, 7)))), tmp_path / "a")
    text = (tmp_path / "a").read_text("utf-8")
    assert not verify(FORM.read(tmp_path / "a", ExchangeOptions())).number
    assert old in text
    (tmp_path / "a").write_text(text.replace(old, new, 1), "utf-8")
    assert verify(FORM.read(tmp_path / "a", ExchangeOptions())).problems
