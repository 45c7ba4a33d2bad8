from __future__ import annotations

import hashlib
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.articles.news import OLD, SENTENCES, old_bytes, twenty

from annotator.articles.plain_text import PlainTextReader
from annotator.articles.reading.titles import title_of
from annotator.core import file_errors
from annotator.core.canonical import canonical_text
from annotator.core.errors import AnnotatorError
from annotator.core.reading_errors import UnknownEncodingError, WrongEncodingError
from annotator.service.article_ports import Doubt, ReadOptions
from annotator.service.reading.files import file_bytes


def read(path, **options):
    (found,) = PlainTextReader().read(path, ReadOptions(**options))
    return found


@pytest.fixture
def file(tmp_path):
    def write(data, name="a-report.txt"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def test_a_text_keeps_every_character_but_line_ends_and_mark(file):
    found = read(file("\ufeffŁódź 🚰\u00a0e\u0301\r\nنهر\rend".encode()))
    assert found.text == "Łódź 🚰\u00a0e\u0301\nنهر\nend"
    assert found.source.normalized == ("BOM removed", "CRLF to LF: 1", "CR to LF: 1")


def test_the_source_tells_the_file_as_it_was(file):
    source = read(file(b"One.\r\n")).source
    assert (source.name, source.size, source.encoding) == ("a-report.txt", 6, "UTF-8")
    assert source.sha256 == hashlib.sha256(b"One.\r\n").hexdigest()


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", file_errors.EmptyFileError, "no text"),
        (b"\n \n\t", file_errors.EmptyFileError, "no text"),
        (b"\xef\xbb\xbf", file_errors.EmptyFileError, "no text"),
        (b"%PDF-1.7 some text", file_errors.BinaryFileError, "no text file"),
        (bytes(range(256)) * 4, file_errors.BinaryFileError, "no text file"),
        (bytes(5_000), file_errors.BinaryFileError, "no text file"),
        (b"The mayor said " * 20 + b"\x00 so.", file_errors.UnsayableTextError, "position 300"),
        ("Żółw і нічого. ".encode() * 9 + b"\xc5", file_errors.EncodingError, "0xc5 at position"),
        ("The mayor".encode("utf-16") + b"!", WrongEncodingError, "encoding UTF-16-LE"),
    ],
)
def test_each_bad_text_has_its_own_sentence(file, data, error, words):
    path = file(data)
    with pytest.raises(error) as caught:
        read(path)
    assert words in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_missing_file_a_folder_and_a_pipe_are_told_apart(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    for name, error in [
        ("none.txt", file_errors.MissingFileError),
        ("", file_errors.FolderError),
        ("pipe.txt", file_errors.SpecialFileError),
    ]:
        with pytest.raises(error):
            read(tmp_path / name)


def test_a_file_of_200_megabytes_is_refused_without_reading_it(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(file_errors.TooLargeFileError, match="200 MB, and an article may have 50"):
        read(path)


@pytest.mark.parametrize("control", ["\x01", "\x7f", "\x08", "\x1f"])
def test_one_control_character_makes_no_text_another_file(file, control):
    assert read(file(f"Łódź{control}: safe.".encode())).text == f"Łódź{control}: safe."


def test_a_file_longer_than_the_limit_is_refused(file):
    with pytest.raises(file_errors.TooLargeFileError):
        file_bytes(file(b"eleven char"), limit=10)


def test_a_file_that_may_not_be_read_names_the_reason(file, monkeypatch):
    path = file(b"One.")

    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    # The suite may run as root, whom no permission stops.
    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(file_errors.UnreadableFileError, match="Permission denied"):
        read(path)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Dam declared safe\nThe ministry said so.", "Dam declared safe"),
        ("The ministry said so.\nNobody else did.", "A report"),
        ("The ministry said “so.”\nNobody else did.", "A report"),
        ("one line only", "A report"),
        ("w" * 200 + "\nbody", "A report"),
    ],
)
def test_the_title_is_a_headline_or_the_name(text, title):
    assert title_of(text, "a-report") == title


@pytest.mark.parametrize(("language", "encoding"), OLD)
def test_twenty_texts_in_an_old_encoding_are_read_exactly(file, language, encoding):
    for text in twenty(language):
        kept, data = old_bytes(text, encoding)
        found = read(file(data))
        assert found.text == canonical_text(kept).text
        assert found.doubts == (Doubt.ENCODING,)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u", "cp866"])
def test_a_few_words_in_cyrillic_are_no_words_of_the_east(file, encoding):
    text = "Мост закрыт до понедельника, сообщили."
    assert read(file(text.encode(encoding))).text == text


@pytest.mark.parametrize("times", [1, 4])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("שר הביטחון אמר אמש שהכוחות נשארו בעיר. ראש העיר לא השיב.\n", "cp1255"),
        ("שר הביטחון אמר אמש שהכוחות נשארו בעיר. ראש העיר לא השיב.\n", "iso8859-8"),
        ("Министр сказал вчера, что войска остались. Мэр не ответил.\n", "cp1251"),
        ("Министр сказал вчера, что войска остались. Мэр не ответил.\n", "koi8-r"),
        ("防衛相は昨夜、部隊が市とその周辺にとどまっていると述べた。\n", "shift_jis"),
        ("ダムは安全だとエンジニアたちは語った。\n", "shift_jis"),
        ("국방장관은 어젯밤 부대가 도시에 남아 있다고 말했다.\n", "cp949"),
        ("펲시맨은 똠방각하를 먹고 나서 밖으로 나갔다고 말했다.\n", "cp949"),
    ],
)
def test_a_few_lines_are_not_taken_for_another_script(file, text, encoding, times):
    assert read(file((text * times).encode(encoding))).text == text * times


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_texts_need_no_mark(file, encoding):
    for language in SENTENCES:
        for text in twenty(language)[::7]:
            assert read(file(text.encode(encoding))).text == canonical_text(text).text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_leaves_nothing_to_guess(file, encoding):
    found = read(file("Łódź 🚰".encode(encoding)))
    assert (found.text, found.doubts, found.encodings) == ("Łódź 🚰", (), ())
    assert found.source.normalized == ("BOM removed",)


def test_other_encodings_are_few_decodable_and_read_differently(file):
    path = file(old_bytes("¿Llegó el señor Núñez?", "cp1252")[1])
    found = read(path)
    others = [read(path, encoding=one).text for one in found.encodings]
    assert found.source.encoding == "windows-1252"
    assert 1 <= len(others) <= 5
    assert len({found.text, *others}) == len(others) + 1


def test_letters_that_fit_two_languages_follow_the_readers_own(file):
    path = file("Espa\xf1ol".encode("cp1252"))
    assert read(path).text == "Español"
    assert read(path, languages=("pl",)).text == "Espańol"


def test_a_chosen_encoding_is_taken_or_refused_kindly(file):
    path = file("Żółw".encode("cp1250"))
    assert read(path, encoding="cp1250").text == "Żółw"
    assert read(path, encoding="cp1250").doubts == ()
    with pytest.raises(WrongEncodingError, match=r"UTF-8 \(see the byte at position 0\)"):
        read(path, encoding="utf8")
    for name in ("klingon", "base64", "rot13", "idna", "a\0b", "ż", "unicode_escape"):
        with pytest.raises(UnknownEncodingError):
            read(path, encoding=name)


def test_a_guess_about_much_text_looks_at_what_is_not_ascii(file):
    data = b"plain words. " * 40_000 + "\nМіністерство заявило про це.".encode("koi8-u") * 3
    found = read(file(data))
    assert found.source.encoding == "KOI8-U"
    assert found.text.endswith("Міністерство заявило про це.")


def read_or_refused(path):
    try:
        return read(path)
    except AnnotatorError as error:
        return error


@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_whole_or_refused_kindly(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "any.txt"
    path.write_bytes(data)
    outcome = read_or_refused(path)
    if isinstance(outcome, AnnotatorError):
        assert str(path) in str(outcome)
    else:
        kept = data.decode(outcome.source.encoding)
        assert outcome.text == canonical_text(kept).text
        assert outcome.doubts or outcome.source.encoding.startswith("UTF-")
