from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.articles.laws import assert_read_or_refused_kindly
from tests.articles.news import SENTENCES
from tests.articles.pages import PARAGRAPHS, page

from annotator.articles.mhtml import MhtmlReader
from annotator.core.reading_errors import DamagedMarkupError, NoPageError
from annotator.service.article_ports import ReadOptions

HEADER = (
    "From: <Saved by Blink>\r\nSubject: Dam\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html"; boundary="=_b"{more}\r\n\r\n'
)


def part(html, *, encoding="utf-8", more=""):
    data = base64.encodebytes(html.encode(encoding, "xmlcharrefreplace")).decode()
    return (
        f"--=_b\r\nContent-Type: text/html; charset={encoding}\r\n{more}"
        f"Content-Transfer-Encoding: base64\r\n\r\n{data}\r\n"
    )


def archive(*parts, more=""):
    return (HEADER.format(more=more) + "".join(parts) + "--=_b--\r\n").encode()


@pytest.fixture
def read(tmp_path):
    def reading(data, **options):
        path = tmp_path / "saved.mhtml"
        path.write_bytes(data)
        (found,) = MhtmlReader().read(path, ReadOptions(**options))
        return found

    return reading


def test_the_page_is_read_with_its_address_and_encoding(read):
    news = [f"{one} {one}" for one in SENTENCES["ru"]]
    html = page(news, title="Новости", html='lang="ru"')
    more = "Content-Location: https://example.org/a\r\n"
    found = read(archive(part(html, encoding="windows-1251", more=more)))
    assert set(news) <= set(found.text.split("\n"))
    assert (found.url, found.source.encoding) == ("https://example.org/a", "windows-1251")
    assert (found.title, found.language) == ("Новости", "ru")


def test_the_part_named_as_the_start_is_the_page(read):
    frame = part(page(["An advert in a frame of the page, nothing else."] * 3))
    main = part(page(), more="Content-ID: <main>\r\n")
    found = read(archive(frame, main, more='; start="<main>"'))
    assert set(PARAGRAPHS) <= set(found.text.split("\n"))


def test_the_whole_page_is_to_be_had(read):
    assert "I do not believe it" in read(archive(part(page())), variant="whole page").text


def test_quoted_printable_is_understood(read):
    body = page().replace("=", "=3D").replace("\n", "=\r\n\r\n")
    head = "--=_b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    assert PARAGRAPHS[0] in read(archive(head + body + "\r\n")).text


def nested(depth):
    return "".join(
        f'Content-Type: multipart/related; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(depth)
    ).encode()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"no mail at all", NoPageError),
        (archive(), NoPageError),
        (archive("--=_b\r\nContent-Type: image/png\r\n\r\nx\r\n"), NoPageError),
        (nested(1_200), DamagedMarkupError),
        (b"Content-Type: multipart/related; boundary=" + b'a ";' * 2_000_000, DamagedMarkupError),
    ],
)
def test_each_bad_archive_has_its_own_sentence(read, data, error):
    with pytest.raises(error, match=r"saved\.mhtml"):
        read(data)


def test_archives_are_known_by_their_header_and_mail_is_not_claimed(tmp_path):
    fits = MhtmlReader().fits
    assert fits(tmp_path, archive(part(page()))[:4096])
    mail = b"From: ann@example.org\r\nContent-Type: multipart/related; boundary=x\r\n\r\nSaved by"
    assert not fits(tmp_path, mail)
    assert not fits(tmp_path, page().encode())


@settings(max_examples=40)
@given(
    data=st.binary(max_size=60),
    place=st.integers(0, 400),
    html=st.sampled_from(["<p>words", "", "<html>" + "<div>" * 400 + "x"]),
)
def test_any_damage_is_read_or_refused_kindly(tmp_path_factory, data, place, html):
    path = tmp_path_factory.mktemp("any") / "any.mhtml"
    whole = archive(part(html))
    path.write_bytes(whole[:place] + data + whole[place + len(data) :])
    assert_read_or_refused_kindly(MhtmlReader(), path, variant="whole page")
