from __future__ import annotations

from annotator.gui.bridge import Bridge
from annotator.gui.page_loading import LONG, MOST_BLOCKS, PageLoader
from annotator.gui.page_measure import Measure

HOSTILE = "a\rb\u2029c\ufdd0\ufeffd\u2028e\x0b😀\u00a0\n\n"


def loader_of(text, qapp):
    loader = PageLoader(Bridge(text), Measure(), rtl=False, parent=qapp)
    loader.begin(headed=False)
    return loader


def test_the_first_slice_is_there_at_once_and_the_rest_is_not(qapp):
    loader = loader_of("One sentence.\n" * 5_000, qapp)
    assert 20 <= loader.loaded <= MOST_BLOCKS
    assert loader.document.blockCount() == loader.loaded


def test_what_follows_a_paragraph_of_many_screens_comes_with_it_as_a_slice(qapp):
    long = "word " * LONG
    assert loader_of(f"{long}\n", qapp).complete
    loader = loader_of(f"{long}\nOne sentence.\n{long}\n" + "One sentence.\n" * 5_000, qapp)
    assert loader.loaded == 2


def test_the_rest_follows_between_events(qapp, qtbot):
    loader = loader_of("One sentence.\n" * 700, qapp)
    loader.start()
    qtbot.waitUntil(lambda: loader.complete)
    assert loader.document.blockCount() == 701


def test_a_stopped_loader_loads_no_more(qapp, settle):
    loader = loader_of("One sentence.\n" * 5_000, qapp)
    loader.start()
    loader.stop()
    before = loader.loaded
    settle()
    assert loader.loaded == before


def test_what_is_asked_for_is_loaded_now(qapp):
    loader = loader_of("One sentence.\n" * 5_000, qapp)
    loader.load_until(3_000)
    assert loader.document.blockCount() == loader.loaded == 3_001
    loader.load_until(10**6)
    assert loader.complete


def test_block_i_is_paragraph_i_unit_for_unit_however_it_was_loaded(qapp):
    text = HOSTILE * 600
    loader = loader_of(text, qapp)
    for block in (200, 500, 10**6):
        loader.load_until(block)
    for number, paragraph in enumerate(text.split("\n")):
        block = loader.document.findBlockByNumber(number)
        assert block.length() - 1 == len(paragraph.encode("utf-16-le")) // 2
        assert block.position() == loader._bridge.unit(loader._bridge.block_span(number).start)


def test_every_block_with_words_has_the_line_height_and_the_spacing(qapp):
    text = "\n\nOne sentence.\n \n\nAnother.\n" * 90
    loader = loader_of(text, qapp)
    for block in (100, 101, 103, 10**6):
        loader.load_until(block)
    for number, paragraph in enumerate(text.split("\n")):
        made = loader.document.findBlockByNumber(number).blockFormat()
        expected = (32, 17) if paragraph.strip() else (1, 0)
        assert (made.lineHeight(), made.bottomMargin()) == expected


def test_an_article_without_text_is_one_empty_block(qapp):
    loader = loader_of("", qapp)
    assert loader.complete
    assert loader.document.blockCount() == 1


def test_nothing_is_added_once_all_is_loaded(qapp, settle):
    loader = loader_of("One sentence.\n" * 300, qapp)
    loader.start()
    loader.load_until(10**6)
    settle()
    loader.load_until(10**6)
    assert loader.document.blockCount() == 301
