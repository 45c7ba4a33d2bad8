from __future__ import annotations

import zipfile
from contextlib import suppress
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import share
from tests.formats.refi_samples import (
    CODES,
    NOTE,
    USER,
    archive,
    assert_valid,
    guid,
    project,
    selection,
    text_source,
)
from tests.formats.round_trips import assert_round_trip, came_back, written
from tests.formats.sending import LABELS, article, highlight, projects, sent

from annotator.core.document_errors import DamagedDocumentError, WrongFormatError
from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import LeftOutError, NotAnnotationsError
from annotator.core.foreign_offsets import ForeignOffsets
from annotator.core.foreign_values import ForeignArticle
from annotator.core.records import Candidate, Evidence, Unplaced
from annotator.core.span import Span
from annotator.formats.refi_qda import NVIVO_VARIANT, RefiQdaFormat
from annotator.formats.shared import xml_parts
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.verifying import verify

FORM = RefiQdaFormat()
NVIVO = ExchangeOptions(variant=NVIVO_VARIANT)
TEXT = "The dam 😀 broke.\nسد النهضة, e\u0301tat: “x”"


def read(path):
    file = FORM.read(path, ExchangeOptions())
    items = list(file.items())
    return file, items


def only(items):
    (found,) = [one for one in items if not isinstance(one, AnnotatorError)]
    return found


@pytest.mark.parametrize("options", [ExchangeOptions(), NVIVO], ids=["usual", "nvivo"])
@settings(max_examples=share(4))
@given(made=projects())
def test_what_is_written_comes_back_and_follows_the_schema(tmp_path_factory, options, made):
    target = tmp_path_factory.mktemp("refi") / "out.qdpx"
    assert assert_round_trip(FORM, made, target, options) == []
    with zipfile.ZipFile(target) as file:
        assert_valid("Project.xsd", file.read("project.qde"))


def test_all_that_the_standard_has_no_place_for_comes_back(tmp_path):
    evidence = (Evidence(url="https://example.org/a", stance="refutes"),)
    claim = highlight((0, 7), (10, 15), note="A\nnote", speaker="Ann", evidence=evidence)
    waiting = highlight((4, 4), note="why")
    made = article(TEXT, claim, waiting, highlight((17, 19)), title="T\x0bitle \uffff")
    ordered = [one.highlight for one in made.made]
    at = next(number for number, one in enumerate(ordered) if one.orphaned)
    lost = Unplaced("ambiguous", "before", "behind", (Candidate((Span(0, 2),), 0.5),))
    parts = list(made.made)
    gone = replace(ordered[at], quote="the old dam", unplaced=lost)
    parts[at] = replace(parts[at], highlight=gone)
    cued = next(number for number, one in enumerate(ordered) if len(one.spans) > 1)
    parts[cued] = replace(parts[cued], highlight=replace(ordered[cued], cue=Span(8, 10)))
    target = tmp_path / "out.qdpx"
    assert written(FORM, sent(replace(made, made=tuple(parts))), target, NVIVO) == []
    file, (found,) = came_back(FORM, target)
    assert (found.title, found.url, found.authors) == (made.article.title, made.article.url,
                                                       ("Ann Lee",))  # fmt: skip
    assert (found.article_id, found.text_sha256) == (made.article.id, made.revision.text_sha256)
    whole = next(one for one in found.highlights if len(one.spans) > 1)
    offsets = ForeignOffsets(found.text, file.reading)
    assert [offsets.span(*span) for span in whole.spans] == [(0, 7), (10, 15)]
    assert offsets.span(*whole.cue) == (8, 10)
    assert whole.quotes == ("The dam", "broke")
    assert (whole.ours, whole.id) == (True, ordered[cued].id)
    assert whole.claim["note"] == "A\nnote"
    assert whole.claim["evidence"][0]["stance"] == "refutes"
    left = next(one for one in found.highlights if one.unplaced)
    assert (left.id, left.unplaced, left.quotes) == (gone.id, "ambiguous", ("the old dam",))
    assert (left.prefix, left.suffix, left.claim["note"]) == ("before", "behind", "why")


def test_labels_come_back_with_parents_keys_and_colors(tmp_path):
    target = tmp_path / "out.qdpx"
    written(FORM, sent(), target)
    file, items = came_back(FORM, target)
    assert items == []
    told = [(one.name, one.id, one.key, one.color, one.definition, one.parent, one.letter)
            for one in file.labels]  # fmt: skip
    assert told == [(one.name, one.id, one.key, one.color_light, one.definition,
                     one.parent_id or "", one.letter) for one in LABELS]  # fmt: skip


def test_a_file_is_the_same_to_the_byte_and_has_no_second_form_of_a_text(tmp_path):
    made = sent(article(TEXT, highlight((0, 3), note="n")))
    first, second = tmp_path / "a.qdpx", tmp_path / "b.qdpx"
    written(FORM, made, first)
    written(FORM, made, second)
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as file:
        assert file.namelist() == ["project.qde", f"sources/{made.made[0].article.id}.txt"]
        assert file.read(file.namelist()[1]) == TEXT.encode()
        assert b"richTextPath" not in file.read("project.qde")
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_project_with_nothing_in_it_is_valid_and_read(tmp_path):
    target = tmp_path / "out.qdpx"
    bare = replace(sent(), codebook=replace(sent().codebook, labels=()), reviewers=())
    written(FORM, bare, target)
    with zipfile.ZipFile(target) as file:
        assert_valid("Project.xsd", file.read("project.qde"))
    assert FORM.fits(target, target.read_bytes()[:4096])
    assert came_back(FORM, target)[1] == []


def test_programs_that_give_one_guid_to_many_lose_no_highlight(tmp_path):
    twice = project(text_source(selection(1, 0, 3, 0), selection(1, 4, 7, 0)))
    path = archive(tmp_path / "g.qdpx", twice, {"sources/a.txt": TEXT})
    (one, two) = only(read(path)[1]).highlights
    assert (one.spans, two.spans) == (((0, 3),), ((4, 7),))
    assert two.id == f"{one.id}/2"


def test_long_words_are_cut_in_the_name_alone(tmp_path):
    target = tmp_path / "out.qdpx"
    written(FORM, sent(article("w" * 300, highlight((0, 101)), highlight((100, 200)))), target)
    _, (found,) = came_back(FORM, target)
    assert [(one.quotes, one.inexact) for one in found.highlights] == [
        (("w" * 99,), True),
        (("w" * 100,), False),
    ]


def test_nvivo_counts_utf_16_and_two_for_a_line_end_but_no_mark(tmp_path):
    text = "\ufeff😀 one\r\ntwo\r\nthree"
    xml = project(text_source(selection(1, 8, 11, 0, 1), selection(2, 13, 18, 1)))
    path = archive(tmp_path / "n.qdpx", xml, {"Sources/A.txt": text.encode()})
    assert FORM.fits(path, path.read_bytes()[:4096])
    file, items = read(path)
    found = only(items)
    offsets = ForeignOffsets(found.text, file.reading)
    words = "😀 one\ntwo\nthree"
    placed = [(words[slice(*offsets.span(*one.spans[0]))], one.label) for one in found.highlights]
    assert placed == [("two", CODES[0].lower()), ("two", CODES[1].lower()),
                      ("three", CODES[1].lower())]  # fmt: skip
    first, second, _ = found.highlights
    assert (file.reading.name, file.settled, first.quotes) == ("utf-16,crlf", False, ())
    assert (first.ours, first.id == second.id) == (False, False)
    assert (first.reviewer, first.reviewer_id) == ("Coder", USER.lower())
    assert first.created == "2025-02-21T15:09:07.000Z"
    assert [(one.name, one.color, one.parent) for one in file.labels] == [
        ("Claim", "#00bb55", ""),
        ("By an office", "#a8460a", CODES[0].lower()),
    ]


def test_atlas_ti_cuts_words_and_hangs_notes_on_selections(tmp_path):
    note = f'<Notes><Note guid="{NOTE}" plainTextPath="internal://note.txt"/></Notes>'
    refers = f'<NoteRef targetGUID="{{{NOTE.lower()}}}"/>'
    one = selection(1, 0, 7, 0, name="The da…").replace("</PlainText", refers + "</PlainText")
    two = selection(2, 11, 16, inside="<Description>Odd</Description>")
    xml = project(text_source(one, two), origin="ATLAS.ti Win 23.4.0", behind=note)
    path = archive(tmp_path / "a.qdpx", xml, {"sources/a.txt": TEXT, "sources/note.txt": "Look."},
                   name="Project.qde")  # fmt: skip
    assert FORM.fits(path, path.read_bytes()[:4096])
    file, items = read(path)
    first, second = only(items).highlights
    assert (first.quotes, first.inexact, first.claim) == (("The da",), True, {"note": "Look."})
    assert (second.label, second.claim, file.reading.name) == ("", {"note": "Odd"},
                                                               "code-points,lf")  # fmt: skip


@pytest.mark.parametrize(
    ("origin", "name", "quotes", "inexact", "reading"),
    [
        ("QualCoder-3.5", "The dam", ("The dam",), False, "code-points"),
        ("MAXQDA 2022 (Release 22.4.0)", "(0,0),(7,0)", (), False, "code-points"),
        ("Quirkos 2", "The dam", ("The dam",), True, ""),
    ],
)
def test_origins_tell_how_much_a_name_and_a_position_mean(
    tmp_path, origin, name, quotes, inexact, reading
):
    xml = project(text_source(selection(1, 0, 7, 0, name=name)), origin=origin)
    file, items = read(archive(tmp_path / "o.qdpx", xml, {"sources/a.txt": TEXT}))
    (found,) = only(items).highlights
    assert (found.quotes, found.inexact) == (quotes, inexact)
    assert (file.reading.name if file.reading else "") == reading


def test_what_came_back_from_elsewhere_is_known_as_ours_by_its_ids(tmp_path):
    target, edited = tmp_path / "out.qdpx", tmp_path / "edited.qdpx"
    made = sent(article(TEXT, highlight((0, 7))))
    written(FORM, made, target)
    with zipfile.ZipFile(target) as file:
        xml = file.read("project.qde").decode()
        texts = {name: file.read(name) for name in file.namelist()[1:]}
    one = made.made[0].made[0].highlight.id
    altered = xml.replace("Fact Annotator 0", "ATLAS.ti 23").replace(one, f"{{{one.upper()}}}")
    (found,) = only(read(archive(edited, altered, texts))[1]).highlights
    assert (found.ours, found.id) == (True, one)


def test_words_inside_the_project_and_pages_of_a_pdf_are_texts_too(tmp_path):
    inline = text_source(selection(1, 0, 3, 0), attributes='modifyingUser="x"',
                         inside=f"<PlainTextContent>{TEXT}</PlainTextContent>")  # fmt: skip
    pdf = (
        f'<PDFSource guid="{guid(9)}" name="Page"><PDFSelection guid="{guid(8)}" page="1"/>'
        f'<Representation guid="{guid(7)}" plainTextPath="internal://b.txt">'
        f"{selection(2, 0, 1, 1)}</Representation></PDFSource>"
    )
    _, items = read(archive(tmp_path / "p.qdpx", project(inline, pdf), {"sources/B.TXT": "Bo"}))
    texts = [(one.title, one.text, len(one.highlights)) for one in items[:2]]
    assert texts == [("Talk", TEXT, 1), ("Page", "Bo", 1)]
    assert [one.what for one in items[2:]] == ["selections on the pages of a PDF (1)"]


def _together(items):
    """What was read, whatever parts it came in."""
    articles = {}
    for one in items:
        if isinstance(one, ForeignArticle):
            articles.setdefault(replace(one, highlights=()), []).extend(one.highlights)
    errors = [str(one) for one in items if isinstance(one, AnnotatorError)]
    return [(one, sorted(found, key=repr)) for one, found in articles.items()], errors


@settings(max_examples=share(8))
@given(made=projects(), size=st.integers(1, 3))
def test_a_source_that_comes_in_parts_says_what_it_does_whole(tmp_path_factory, made, size):
    target = tmp_path_factory.mktemp("refi") / "out.qdpx"
    written(FORM, made, target)
    whole = _together(read(target)[1])
    with patch.object(xml_parts, "_AT_ONCE", size):
        _, items = read(target)
    assert _together(items) == whole
    assert all(len(one.highlights) <= size or one.highlights[0].ours for one in items)


def test_very_many_selections_come_in_parts_with_the_same_text(tmp_path):
    many = [selection(number, 0, 3, 0) for number in range(1, 5)]
    note = f'<Note guid="{guid(5)}"/>'
    pdf = (
        f'<PDFSource guid="{guid(9)}" name="Page"><PDFSelection guid="{guid(8)}" page="1"/>'
        f'<Representation guid="{guid(7)}" plainTextPath="internal://a.txt">{"".join(many)}'
        "</Representation></PDFSource>"
    )
    inside = f"<PlainTextContent>{TEXT}</PlainTextContent>"
    sources = [text_source(*many, note, attributes='modifyingUser="x"', inside=inside), pdf,
               text_source(*many, attributes='modifyingUser="x"')]  # fmt: skip
    path = archive(tmp_path / "p.qdpx", project(*sources), {"sources/a.txt": TEXT})
    with patch.object(xml_parts, "_AT_ONCE", 2):
        _, items = read(path)
    assert len([one for one in items if isinstance(one, ForeignArticle)]) > 4
    assert _together(items) == _together(read(path)[1])


@pytest.mark.parametrize(
    ("attributes", "reason"),
    [
        ('plainTextPath="relative:///../a.txt"', "outside of the file"),
        ('plainTextPath="absolute:///etc/hostname"', "outside of the file"),
        ('plainTextPath="file:///etc/hostname"', "outside of the file"),
        ('plainTextPath="internal://../a.txt"', "not in the file"),
        ('plainTextPath="internal://bad.txt"', "no UTF-8"),
        ('richTextPath="internal://a.docx"', "word processor"),
        ('modifyingUser="x"', "has no text"),
    ],
)
def test_a_source_without_a_text_is_told_and_the_next_is_read(tmp_path, attributes, reason):
    bad, good = text_source(attributes=attributes), text_source(selection(1, 0, 3, 0))
    texts = {"sources/a.txt": TEXT, "sources/bad.txt": b"\xff"}
    _, (problem, found) = read(archive(tmp_path / "s.qdpx", project(bad, good), texts))
    assert reason in str(problem)
    assert len(found.highlights) == 1


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (f'creatingUser="{USER}" creation', 'creatingUser="x" creation', "creatingUser x is none"),
        ('name="Talk"', f'name="Talk" modifyingUser="{CODES[0]}"', "modifyingUser"),
        ("2025-02-21T16", "2025-02-31T16", "no time"),
        (f'targetGUID="{CODES[0]}"', f'targetGUID="{NOTE}"', "none of the file's"),
        ("internal://a.txt", "internal://b.txt", "its text is not in the file"),
        ("<NoteRef ", f'<NoteRef targetGUID="{CODES[1]}"/><NoteRef ', "the note"),
        ("endPosition", "endPositiom", "no stretch"),
        (CODES[0][:8], "x" * 8, "is none"),
    ],
)
def test_what_names_something_that_is_not_there_is_told(tmp_path, old, new, told):
    note = f'<NoteRef targetGUID="{NOTE}"/>'
    notes = f'<Notes><Note guid="{NOTE}"><PlainTextContent>Why</PlainTextContent></Note></Notes>'
    xml = project(text_source(selection(1, 0, 3, 0, inside=note)), behind=notes)
    path = archive(tmp_path / "a.qdpx", xml, {"sources/a.txt": TEXT})
    assert not verify(FORM.read(path, ExchangeOptions())).number
    assert old in xml
    path = archive(tmp_path / "b.qdpx", xml.replace(old, new, 1), {"sources/a.txt": TEXT})
    problems = verify(FORM.read(path, ExchangeOptions())).problems
    assert any(told in one.message for one in problems), problems


def test_bad_selections_codes_and_all_else_that_is_there_are_told(tmp_path):
    bad = [selection(1, -1, 3, 0), selection(2, 5, 3, 0), selection(3, "x", "9" * 5000, 0),
           selection(4, 0, 3, 0)]  # fmt: skip
    twice = f'<Code guid="{CODES[1]}" name="Again" isCodable="true"/></Codes>'
    alone = f'<Note guid="{NOTE}"><PlainTextContent>Alone</PlainTextContent></Note>'
    behind = f'<Notes>{alone}</Notes><Sets><Set guid="{guid(1)}" name="S"/></Sets>'
    xml = project(text_source(*bad), f'<PictureSource guid="{guid(2)}"/>', behind=behind)
    path = archive(tmp_path / "b.qdpx", xml.replace("</Codes>", twice), {"sources/a.txt": TEXT})
    _, items = read(path)
    assert [one.spans for one in only(items).highlights] == [((0, 3),)]
    told = [str(one) for one in items if isinstance(one, AnnotatorError)]
    assert sum("no stretch" in one for one in told) == 3
    assert any("that of another code" in one for one in told)
    left = [one.what for one in items if isinstance(one, LeftOutError)]
    assert left == ["notes that belong to no selection (1)", "pictures (1)", "sets (1)"]


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document type"),
        ("<a>" * 300, "too deeply"),
        ("<Project", "not well-formed"),
        ("", "not well-formed"),
    ],
)
def test_hostile_xml_is_refused(tmp_path, xml, reason):
    with pytest.raises(DamagedDocumentError, match=reason):
        FORM.read(archive(tmp_path / "h.qdpx", xml), ExchangeOptions())


def test_other_archives_and_files_are_none(tmp_path):
    other = archive(tmp_path / "o.zip", "<a xmlns='b'/>", name="content.xml")
    assert not FORM.fits(other, other.read_bytes())
    with pytest.raises(DamagedDocumentError, match="missing"):
        FORM.read(other, ExchangeOptions())
    with pytest.raises(NotAnnotationsError):
        FORM.read(archive(tmp_path / "p.qdpx", "<Project/>"), ExchangeOptions())
    (tmp_path / "t.qdpx").write_text("no archive")
    with pytest.raises(WrongFormatError):
        FORM.read(tmp_path / "t.qdpx", ExchangeOptions())


@settings(max_examples=share(2))
@given(st.integers(0, 5_000), st.integers(0, 60), st.text(max_size=9))
def test_a_damaged_project_is_told_as_that(tmp_path_factory, place, length, put):
    xml = project(text_source(selection(1, 0, 7, 0, name="The dam"), selection(2, 8, 9, 0, 1)))
    place %= len(xml)
    altered = (xml[:place] + put + xml[place + length :]).encode("utf-8", "replace")
    path = archive(tmp_path_factory.mktemp("refi") / "d.qdpx", altered, {"sources/a.txt": TEXT})
    with suppress(AnnotatorError):
        file, items = read(path)
        assert all(isinstance(one, AnnotatorError | ForeignArticle) for one in items)
        assert all(one.name and one.id for one in file.labels)
