from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.articles.dumps import kinds, read
from tests.articles.laws import assert_read_or_refused_kindly, everything

from annotator.articles.mail import MailReader
from annotator.service.article_ports import Doubt, ReadOptions

HEAD = """From: =?utf-8?q?Ann_Lee?= <ann@example.org>
To: desk@example.org
Subject: =?utf-8?b?0JTQsNC80LHQsA==?=
Date: Sun, 22 Nov 2026 23:30:00 -0500
Content-Language: en-GB
"""
PLAIN = 'Content-Type: text/plain; charset="utf-8"\n\nOne.\n\n> Two.\n'
HTML = (
    'Content-Type: text/html; charset="utf-8"\n\n<p style="display:none">never<p>One.<br>Two.'
    '<img src="http://example.org/pixel.png"><script>x()</script>\n'
)
PDF = (
    'Content-Type: application/pdf\nContent-Disposition: attachment; filename="re\tport.pdf"\n'
    "Content-Transfer-Encoding: base64\n\nJVBERg==\n"
)


def mixed(*parts, kind="mixed"):
    body = "".join(f"--b{kind}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="b{kind}"\n\n{body}--b{kind}--\n'


@pytest.fixture
def file(tmp_path):
    return tmp_path / "a-mail.eml"


def test_a_message_is_its_text_and_its_headers_are_metadata(file):
    (found,) = read(MailReader(), file, HEAD + PLAIN)
    assert (found.text, found.title) == ("One.\n\n> Two.", "Дамба")
    assert (found.authors, found.published) == (("Ann Lee",), "2026-11-22")
    assert (found.language, found.doubts, found.source.size) == ("en", (), len(HEAD + PLAIN))


def test_what_is_not_read_of_a_message_is_named(file):
    message = HEAD + mixed(
        mixed(PLAIN, HTML, kind="alternative"), PDF, "Content-Type: image/png\n\nx"
    )
    (found,) = read(MailReader(), file, message)
    assert found.text == "One.\n\n> Two."
    assert found.doubts == (Doubt.LEFT_OUT,)
    assert found.source.normalized == (
        "attachment left out: re port.pdf",
        "attachment left out: image/png",
    )


def test_a_message_in_html_alone_is_what_it_shows(file):
    (found,) = read(MailReader(), file, HEAD + mixed(HTML, kind="alternative"))
    assert found.text == "One.\nTwo."


@pytest.mark.parametrize("transfer", ["8bit", "quoted-printable"])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_charset_is_believed_unless_the_text_is_utf_8(file, codec, transfer):
    words = "你好！我公司可代开各类发票。"
    body = words.encode(codec)
    if transfer == "quoted-printable":
        body = "".join(f"={one:02X}" for one in body).encode()
    head = f"From: a@example.org\nContent-Transfer-Encoding: {transfer}\n"
    head += 'Content-Type: text/plain; charset="GB2312"\n\n'
    (found,) = read(MailReader(), file, head.encode() + body)
    assert found.text == words
    assert (Doubt.ENCODING in found.doubts) == (codec == "utf-8")


@pytest.mark.parametrize(
    ("kind", "body", "text"),
    [
        ("format=flowed", "One \ntwo.\nThree.\n", "One two.\nThree."),
        ("format=flowed", "> a \n> b\n>> c \nd\n-- \nAnn", "> a b\n>> c\nd\n-- \nAnn"),
        ("format=flowed; delsp=yes", "One \ntwo.", "Onetwo."),
        ("charset=utf-8", "One \ntwo.\n\n", "One \ntwo."),
    ],
)
def test_lines_that_flow_on_are_joined_and_others_are_not(file, kind, body, text):
    (found,) = read(MailReader(), file, f"{HEAD}Content-Type: text/plain; {kind}\n\n{body}")
    assert found.text == text


def test_a_name_that_looks_like_an_address_is_the_author(file):
    (found,) = read(MailReader(), file, "From: a@example.org <b@example.org>\n\nHeadline\nWords.")
    assert (found.authors, found.title) == (("a@example.org",), "Headline")


def test_headers_beyond_measure_are_left_alone(file):
    message = f"From: {'<' * 50_000}\nSubject: {'=?utf-8?q?a?= ' * 9_000}\n\nWords."
    (found,) = read(MailReader(), file, message)
    assert (found.text, found.title, found.authors) == ("Words.", "A mail", ())


def nested(depth):
    return "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth)
    )


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "EmptyFileError"),
        (b"\x89PNG\r\n", "BinaryFileError"),
        ("Just words.", "NoMailError"),
        ("From: a@example.org\n" + nested(2_000), "NoMailError"),
        ("From: a@example.org\nContent-Type: " + "x" * 20_000 + "\n\nx", "NoMailError"),
        (HEAD + "Content-Type: multipart/mixed; boundary=" + 'a ";\n ' * 999_999, "NoMailError"),
        (HEAD + mixed(PDF), "NoMailTextError"),
        (HEAD + HTML.replace("One.<br>Two.", "").replace("never", ""), "NoMailTextError"),
        (HEAD + mixed("Content-Type: application/pgp-encrypted\n\nx", kind="encrypted"),
         "EncryptedMailError"),
        (HEAD + PLAIN.replace("One", "O\0ne"), "UnsayableTextError"),
    ],
)  # fmt: skip
def test_each_bad_message_has_its_own_sentence(file, data, error):
    assert kinds(read(MailReader(), file, data)) == [error]


def test_a_file_of_a_thousand_megabytes_is_refused_unread(file):
    with file.open("wb") as sparse:
        sparse.truncate(10**9)
    assert kinds(everything(MailReader(), file, ReadOptions())) == ["TooLargeFileError"]


def test_mail_is_known_by_its_headers_and_a_saved_page_is_none(file):
    assert MailReader().fits(file, HEAD.replace("\n", "\r\n").encode())
    assert not MailReader().fits(
        file, b"Snapshot-Content-Location: https://example.org\n" + HEAD.encode()
    )
    assert not MailReader().fits(file, b"Subject: words\n\nFrom: a\nTo: b\nDate: c")


@given(
    st.binary(max_size=300)
    | st.text(alphabet='From:subject \n=?utf-8bq<>@,";ContTyp/\r').map(str.encode)
)
def test_any_bytes_are_read_or_refused_kindly(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "any.eml"
    for content in (data, HEAD.encode() + data, b"Content-Type: multipart/mixed; boundary=" + data):
        path.write_bytes(content)
        assert_read_or_refused_kindly(MailReader(), path)
