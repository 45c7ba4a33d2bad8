from __future__ import annotations

import pytest

from annotator.articles.plain_text import PlainTextReader
from annotator.articles.separated_values import SeparatedValuesReader
from annotator.core.reading_errors import ReaderStoppedError
from annotator.service.article_ports import ReadOptions
from annotator.service.column_mappings import ColumnMappings
from annotator.service.mapping_memory import MappingMemory

CHOSEN = ReadOptions(mapping=(("text", "A"), ("title", "")))
NOTHING = ReadOptions(encoding="utf-8")


class Stopped(SeparatedValuesReader):
    """A reader that is stopped while it looks for columns."""

    def columns(self, path, _options):
        raise ReaderStoppedError(path)


@pytest.fixture
def mappings(tmp_path):
    return ColumnMappings(tmp_path / "mappings.json")


@pytest.fixture
def table(tmp_path):
    def write(name, data="a,b\nOne,Two\n"):
        (tmp_path / name).write_text(data, "utf-8")
        return tmp_path / name

    return write


def test_what_was_chosen_is_taken_up_for_the_same_columns_alone(mappings, table):
    reader = SeparatedValuesReader()
    MappingMemory(mappings).keep(reader, table("1.csv"), CHOSEN)
    later = MappingMemory(mappings)
    assert later.recalled(reader, table("2.csv", "b;a\n1;2\n"), NOTHING) == ReadOptions(
        encoding="utf-8", mapping=(("text", "a"), ("title", ""))
    )
    assert later.recalled(reader, table("3.csv", "a,b,c\n1,2,3\n"), NOTHING) == NOTHING
    other = ReadOptions(mapping=(("text", "b"),))
    assert later.recalled(reader, table("2.csv"), other) == other


def test_what_has_no_columns_or_cannot_be_read_is_left_to_its_reader(mappings, table):
    memory = MappingMemory(mappings)
    memory.keep(PlainTextReader(), table("1.txt"), CHOSEN)
    memory.keep(SeparatedValuesReader(), table("empty.csv", ""), CHOSEN)
    assert mappings.is_empty
    memory.keep(SeparatedValuesReader(), table("1.csv"), CHOSEN)
    assert memory.recalled(PlainTextReader(), table("1.txt"), NOTHING) == NOTHING
    assert memory.recalled(SeparatedValuesReader(), table("empty.csv", ""), NOTHING) == NOTHING


def test_stopping_is_told(mappings, table):
    memory = MappingMemory(mappings)
    assert memory.recalled(Stopped(), table("1.csv"), NOTHING) == NOTHING  # nothing to look up
    mappings.remember(["a"], [("text", "a")])
    with pytest.raises(ReaderStoppedError):
        MappingMemory(mappings).recalled(Stopped(), table("1.csv"), NOTHING)
