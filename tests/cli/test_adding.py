from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing

import pytest
from tests.articles.documents import coded


def report(seed=1):
    chosen = random.Random(seed)
    return "\n".join(
        " ".join(f"word{chosen.randrange(900)}" for _ in range(40)) + "." for _ in range(10)
    )


def add(terminal, name, text, *more):
    file = terminal.write(name, text.encode())
    return terminal.json("add", file, *more)


def kept_files(terminal):
    """Return the bytes of all files that the project keeps."""
    with closing(sqlite3.connect(terminal.project)) as file:
        return [data for (data,) in file.execute("SELECT bytes FROM original ORDER BY rowid")]


def test_a_near_copy_is_added_and_told(terminal):
    (first,) = add(terminal, "one.txt", report())
    (second,) = add(terminal, "two.txt", report().replace("word7.", "word8.") + "\nUpdated.")
    assert (first["status"], "resembles" in first) == ("added", False)
    assert (second["status"], second["resembles"]) == ("added", first["id"])
    assert 0.5 <= second["share"] <= 1


def test_rows_of_every_status_have_the_same_keys(terminal):
    files = [terminal.write("a.txt"), terminal.write("b.txt"), terminal.write("c.txt", " ")]
    _, out, _ = terminal.type("add", *files, "--json", "--project", terminal.project)
    rows = json.loads(out)
    assert [row["status"] for row in rows] == ["added", "already there", "refused"]
    assert {tuple(row) for row in rows} == {("file", "status", "id", "reason", "place", "title")}


def test_a_text_with_one_line_more_is_not_told_to_be_the_same(terminal):
    add(terminal, "one.txt", report())
    (second,) = add(terminal, "two.txt", f"{report()}\nUpdated.")
    assert second["share"] == 0.99


def test_originals_are_kept_where_that_is_asked_for(terminal):
    (kept,) = add(terminal, "one.txt", report(), "--keep-originals")
    add(terminal, "two.txt", report(2))
    with closing(terminal.project_opened()) as project:
        sources = {
            summary.article.id: project.queries.content(summary.article.id).revision.source
            for summary in project.queries.articles()
        }
        kept_ones = {key: project.queries.original(one.sha256) for key, one in sources.items()}
        assert kept_ones.pop(kept["id"]) == report().encode()
        assert list(kept_ones.values()) == [None]
        assert project.check() == []


@pytest.mark.parametrize(
    ("setting", "asked", "kept"),
    [("on", [], 1), ("on", ["--no-keep-originals"], 0), ("off", ["--keep-originals"], 1)],
)
def test_the_setting_keeps_originals_where_nothing_else_is_asked_for(
    terminal, setting, asked, kept
):
    terminal.type("settings", "set", "import.keep_originals", setting)
    add(terminal, "one.txt", report(), *asked)
    assert kept_files(terminal) == [report().encode()] * kept


def test_the_file_of_a_text_that_is_there_already_is_kept_if_it_was_read_from_that_very_file(
    terminal,
):
    add(terminal, "one.txt", report())
    (again,) = add(terminal, "one.txt", report(), "--keep-originals")
    (other,) = add(terminal, "two.txt", report().replace("\n", "\r\n"), "--keep-originals")
    assert (again["status"], other["status"]) == ("already there", "already there")
    assert kept_files(terminal) == [report().encode()]
    assert terminal.json("undo")["title"].startswith("Add")
    assert kept_files(terminal) == [report().encode()]


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ("body=text", "no field 'body'"),
        ("text=", "'text' needs a column"),
        ("text=a,text=b", "named twice"),
    ],
)
def test_a_mapping_that_cannot_be_is_told(terminal, mapping, words):
    file = terminal.write()
    code, _, err = terminal.type("add", file, "--map", mapping)
    assert (code, words in err) == (2, True)


def test_columns_are_told_to_be_guessed_where_that_of_the_texts_is(terminal):
    dump = terminal.write("dump.jsonl", json.dumps({"text": "It rained.", "title": "A", "date": 1}))
    assert "columns guessed" in typed(terminal, "add", dump)
    terminal.json("undo")
    assert "guessed" not in typed(terminal, "add", dump, "--map", "text=text,title=title")


def test_a_reader_that_is_none_is_told(terminal):
    code, _, err = terminal.type("add", terminal.write(), "--reader", "fax")
    assert (code, "There is no reader fax" in err) == (2, True)


RUSSIAN = "Министерство сообщило, что плотина безопасна. Инженеры уехали.\n" * 5
QUOTE = "Aid groups warned of shortages in the villages near the river."


def typed(terminal, *words):
    code, out, err = terminal.type(*words, "--project", terminal.project)
    assert (code, err) == (0, "")
    return out


def test_a_guessed_encoding_is_told_with_the_others_and_how_to_choose(terminal):
    file = terminal.write("old.txt", RUSSIAN.encode("cp1251"))
    (row,) = terminal.json("add", file)
    assert (row["doubts"], bool(row["encoding"]), bool(row["encodings"])) == (
        ["encoding"], True, True
    )  # fmt: skip
    terminal.json("undo")
    told = f"(encoding guessed: {row['encoding']}; choose with --encoding)"
    assert told in typed(terminal, "add", file)
    (there,) = terminal.json("add", file)
    assert "doubts" not in there
    terminal.json("undo")
    (chosen,) = terminal.json("add", file, "--encoding", "cp1251")
    assert not {"doubts", "encoding", "encodings"} & chosen.keys()


def test_doubtful_letters_name_the_other_way_of_reading(terminal):
    file = terminal.write("report.pdf", coded("0003"))
    assert "(letters doubtful; try --variant pypdf)" in typed(terminal, "add", file)
    terminal.json("undo")
    (row,) = terminal.json("add", file, "--variant", "pypdf")
    assert ("letters" in row["doubts"], row["variants"]) == (True, ["pdfium"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("table.csv", "--variant", "fax"), "The reader CSV has no variant fax; it has "),
        (
            ("a.txt", "--variant", "pypdf"),
            "The reader plain text has no variant pypdf; it has none",
        ),
        (("a.txt", "table.csv", "--reader", "csv", "--variant", "pypdf"), "The reader CSV"),
    ],
)
def test_a_variant_that_is_none_is_refused_with_those_there_are(terminal, words, told):
    for name in ("a.txt", "table.csv"):
        terminal.write(name, "text,title\nIt rained.,Rain\n")
    files = [terminal.folder / word if "." in word else word for word in words]
    code, _, err = terminal.type("add", *files, "--project", terminal.project)
    assert (code, told in err, terminal.project.exists()) == (2, True, False)


def test_files_of_other_kinds_may_come_beside_those_that_have_the_variant(terminal):
    plain, table = terminal.write("a.txt"), terminal.write("b.csv", "text,title\nIt rained.,Rain\n")
    assert len(terminal.json("add", plain, table, "--variant", "texts with HTML markup")) == 2


def test_a_newer_text_from_the_same_address_tells_how_many_highlights_wait(terminal):
    def dump(number, *paragraphs):
        row = {"title": "A dam", "text": "\n".join(paragraphs), "url": "https://example.org/dam"}
        return terminal.write(f"{number}.jsonl", json.dumps(row))

    rest = "Nobody replied to the letter that the mayor had written."
    (first,) = terminal.json("add", dump(1, rest, QUOTE, rest))
    start = len(rest) + 1
    terminal.json("tag", first["id"], start, start + len(QUOTE), "official_claim")
    terminal.json("tag", first["id"], 0, len(rest), "official_claim")
    (kept,) = terminal.json("add", dump(2, rest, QUOTE, rest, "More."))
    assert (kept["status"], {"ambiguous", "lost"} & kept.keys()) == ("revised", set())
    newer = dump(3, rest, "It was late.", rest)
    (row,) = terminal.json("add", newer)
    assert (row["status"], row["lost"], "ambiguous" in row) == ("revised", 1, False)
    terminal.json("undo")
    told = f"(highlights: 1 lost; see “annotator anchors {first['id']}”)"
    assert told in typed(terminal, "add", newer)


def test_the_readers_are_listed(terminal):
    assert "plain text" in [one["name"] for one in terminal.json("readers")]
