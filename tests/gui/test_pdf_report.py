from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import pytest
from tests.formats.sending import LABELS, article, highlight, sent

from annotator.formats.shared.report import report_of
from annotator.gui.pdf_report import print_report
from annotator.service.printing import Attachment

NOTHING = Attachment("a.jsonl", "application/x-ndjson", ())

pytestmark = pytest.mark.usefixtures("qapp")


def printed(made):
    with TemporaryDirectory() as folder:
        target = Path(folder) / "a.pdf"
        print_report(report_of(made), NOTHING, target)
        return target.read_bytes()


def pages(made):
    return pypdfium2.PdfDocument(printed(made))


def words_on(page):
    return page.get_textpage().get_text_bounded()


def colors_on(page):
    """The colors of a page, with how many dots have each."""
    picture = page.render(scale=2).to_pil().convert("RGB")
    return {color: count for count, color in picture.getcolors(1 << 24)}


def test_an_article_is_printed_with_its_highlights_and_a_legend():
    made = sent(article("The dam holds.", highlight((4, 7), note="Who says?")))
    found = pages(made)
    assert len(found) == 1
    words = words_on(found[0])
    for said in ("Official claim", "What an office says.", "holds.", "O1", "Who says?", "Ann Lee"):
        assert said in words
    blue, tint = (0x0B, 0x5F, 0xFF), (223, 234, 255)
    colors = colors_on(found[0])
    assert colors[blue] > 20
    assert colors[tint] > 20


@pytest.mark.parametrize("style", ["solid", "dashed", "dotted", "double", "wavy", "strange"])
def test_every_style_of_line_is_drawn_in_its_own_way(style):
    text = "words under a line"
    bare = replace(LABELS[0], line_style="solid")
    made, label = article(text, highlight((0, 18))), replace(LABELS[0], line_style=style)
    shown = []
    for one in (bare, label):
        project = sent(replace(made, made=(replace(made.made[0], label=one),)))
        project = replace(project, codebook=replace(project.codebook, labels=(one,)))
        shown.append(pages(project)[0].render(scale=2).to_pil().tobytes())
    assert (shown[0] == shown[1]) == (style in {"solid", "strange"})


def test_overlapping_labels_have_a_line_each():
    one, other = (0x0B, 0x5F, 0xFF), (0xA8, 0x46, 0x0A)
    alone = colors_on(pages(sent(article("words " * 8, highlight((0, 40)))))[0])
    both = article("words " * 8, highlight((0, 40)), highlight((0, 40), label=1))
    together = colors_on(pages(sent(both))[0])
    assert together[one] >= alone[one]
    assert together[other] > alone[other]


def test_text_from_right_to_left_stands_at_the_right():
    made = article("السد انهار", highlight((0, 4)))
    made = replace(made, article=replace(made.article, direction="rtl", title="x"))
    picture = pages(sent(made))[0].render(scale=1).to_pil().convert("RGB")
    tint = (223, 234, 255)
    places = [x for x in range(picture.width) for y in range(130, picture.height)
              if picture.getpixel((x, y)) == tint]  # fmt: skip
    assert places
    assert min(places) > picture.width / 2


def test_long_articles_take_numbered_pages_and_the_next_one_begins_anew():
    long = article("\n".join(f"Line {n} of a long article." for n in range(120)))
    found = pages(sent(long, article("short", name="b")))
    assert len(found) == 5
    assert [words_on(page).split()[-1] for page in found] == ["1", "2", "3", "4", "5"]
    said = "".join(words_on(page) for page in found)
    assert all(f"Line {n} of" in said for n in range(120))
    assert "short" in words_on(found[4])


def test_strange_signs_and_empty_lines_are_printed():
    text = "a\x07b\u2028c\u2029\ufffc\n\n\t👩‍👩‍👧 e\u0301 水\u200f\u202e-"
    made = sent(article(text, *(highlight((n, n + 3), label=n % 2) for n in range(len(text) - 3)),
                        title=" "))  # fmt: skip
    assert "Untitled" in words_on(pages(made)[0])


def test_reports_are_printed_beside_the_window():
    made, found = sent(article("The dam", highlight((0, 3)))), []
    thread = threading.Thread(target=lambda: found.append(printed(made)))
    thread.start()
    thread.join()
    assert found == [printed(made)]
