"""A small file of every reader's own format, which invites it to fetch what it names."""

from __future__ import annotations

import io
import json
import tomllib
from importlib import import_module
from pathlib import Path

import openpyxl
from tests.articles.documents import PACKAGE, RELATIONS, chapter, docx, epub, odt, paragraph, pdf
from tests.articles.pages import page

WORDS = "The dam is safe."
PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
POINTS = PROJECT["project"]["entry-points"]["annotator.articles"]
STRICT = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://example.org/a.dtd">'


def reader_at(point):
    """Return the reader of an entry point."""
    module, _, name = POINTS[point].partition(":")
    return getattr(import_module(module), name)()


def inviting(address):
    """Return markup that names an address wherever a page can."""
    return (
        f'<img src="{address}"><iframe src="{address}"></iframe><object data="{address}"></object>'
        f'<embed src="{address}"><video src="{address}" poster="{address}"></video>'
        f'<p style="background: url({address})">{WORDS}</p>'
    )


def head(address):
    """Return what the head of a page can name an address for."""
    return (
        f'<base href="{address}"><link rel="stylesheet" href="{address}"><link rel="prefetch"'
        f' href="{address}"><meta http-equiv="refresh" content="0; url={address}">'
        f'<script src="{address}"></script><style>@import url("{address}")</style>'
    )


def html(address):
    whole = page(head=head(address)).replace("<!DOCTYPE html>", STRICT)
    return whole.replace("<blockquote>", f"{inviting(address)}<blockquote>")


def word(address):
    picture = (
        '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/'
        f'main" xmlns:r="{RELATIONS}" r:link="r1"/></w:drawing></w:r></w:p>'
    )
    kinds = ("image", "attachedTemplate", "hyperlink")
    leads = "".join(
        f'<Relationship Id="r{number}" Type="{RELATIONS}/{kind}" Target="{address}"'
        ' TargetMode="External"/>'
        for number, kind in enumerate(kinds, 1)
    )
    more = {
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">{leads}</Relationships>'
        )
    }
    return docx(paragraph(WORDS) + picture, more=more)


def open_document(address):
    link = f'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{address}"'
    return odt(
        f"<text:p>{WORDS}<draw:frame><draw:image {link}/></draw:frame></text:p>"
        f"<text:section><text:section-source {link}/></text:section>"
    )


def book(address):
    body = f'<p>{WORDS}</p><img src="{address}"/><iframe src="{address}"/>'
    return epub({"one.xhtml": chapter(f'<link rel="stylesheet" href="{address}"/>{body}')})


def portable(address):
    action = f"/OpenAction<</S/URI/URI({address})>>/AA<</WC<</S/GoToR/F({address})>>>>"
    return pdf([(72, 700, 12, WORDS), (72, 686, 12, "They say so.")], catalog=action)


def rich(address):
    field = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{address}"}}{{\fldrslt }}}}'
    start = rf"{{\rtf1\ansi{{\fonttbl{{\f0 Times;}}}}{{\*\template {address}}}"
    return rf"{start}\pard {WORDS}\par {field}}}"


def feed(address):
    return (
        f'<?xml version="1.0"?><?xml-stylesheet href="{address}"?>'
        f'<!DOCTYPE rss SYSTEM "{address}"><rss version="2.0"><channel><link>{address}</link>'
        f"<image><url>{address}</url></image><item><link>{address}</link><description><![CDATA["
        f'{inviting(address)}]]></description><enclosure url="{address}"/></item></channel></rss>'
    )


def json_feed(address):
    item = {"content_html": inviting(address), "url": address, "image": address}
    version = "https://jsonfeed.org/version/1.1"
    return json.dumps({"version": version, "feed_url": address, "items": [item]})


def mail(address):
    outer = f'Content-Type: message/external-body; access-type=URL; URL="{address}"\r\n\r\n'
    body = f'Content-Type: text/html; charset="utf-8"\r\n\r\n{inviting(address)}'
    return (
        'Subject: Dam\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
        f"--b\r\n{body}\r\n--b\r\n{outer}\r\n--b--\r\n"
    )


def saved_page(address):
    return (
        "From: <Saved by Blink>\r\nSubject: Dam\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        f"Content-Type: text/html; charset=utf-8\r\nContent-Location: {address}\r\n\r\n"
        f"{html(address)}\r\n--b--\r\n"
    )


def archived(address):
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html(address)}"
    return (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Date: 2026-11-22T10:00:00Z\r\nWARC-Target-URI: http://example.org/a\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer.encode())}\r\n\r\n{answer}\r\n\r\n"
    )


def spreadsheet(address):
    made, data = openpyxl.Workbook(), io.BytesIO()
    made.active.append(["text", "url", "n"])
    made.active.append([inviting(address), address, f'=WEBSERVICE("{address}")'])
    made.active["B2"].hyperlink = address
    made.save(data)
    return data.getvalue()


def record(address):
    return {"text": inviting(address), "url": address}


SAMPLES = {
    "csv": lambda address: f"text;url\n{inviting(address).replace(';', '')};{address}\n",
    "docx": word,
    "epub": book,
    "feed": feed,
    "html": html,
    "json": lambda address: json.dumps([record(address)]),
    "json-feed": json_feed,
    "json-lines": lambda address: json.dumps(record(address)) + "\n",
    "mail": mail,
    "markdown": lambda address: f"{WORDS}\n\n![a]({address})\n\n{inviting(address)}\n",
    "mhtml": saved_page,
    "odt": open_document,
    "pdf": portable,
    "plain-text": lambda address: f"{WORDS} {address}\n{inviting(address)}\n",
    "rtf": rich,
    "web-archive": archived,
    "workbook": spreadsheet,
}


def sample(point, address):
    """Return a file of a reader's format, as bytes, that names an address."""
    made = SAMPLES[point](address)
    return made if isinstance(made, bytes) else made.encode()
