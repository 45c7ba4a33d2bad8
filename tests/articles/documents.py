"""Small documents of every kind, built for the tests."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODF_NAMES = " ".join(
    f'xmlns:{prefix}="{ODF}:{name}:1.0"'
    for prefix, name in [
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("meta", "meta"),
    ]
)


def zipped(members):
    """Return an archive with these members, each packed; a tuple is (ZipInfo, content)."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            # Always of the same day: the bytes stand in the names of tests.
            file.writestr(zipfile.ZipInfo(name), content, compress_type=how)
    return data.getvalue()


def paragraph(text, style=""):
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def docx(body=None, *, core="", more=None, w=W, relations=RELATIONS):
    """Return a Word document with this body and these properties."""
    body = paragraph("The dam is safe.") if body is None else body
    leads = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1"'
        f' Type="{relations}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    members = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": leads,
        "word/document.xml": f'<w:document xmlns:w="{w}"><w:body>{body}</w:body></w:document>',
    }
    if core:
        members["docProps/core.xml"] = (
            f'<c:coreProperties xmlns:c="{PACKAGE}/metadata/core-properties" {DC}'
            f' xmlns:t="http://purl.org/dc/terms/">{core}</c:coreProperties>'
        )
    return zipped(members | (more or {}))


def odt(body=None, *, meta="", more=None):
    """Return an OpenDocument text with this body and this metadata."""
    body = "<text:p>The dam is safe.</text:p>" if body is None else body
    content = (
        f"<office:document-content {ODF_NAMES}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    about = f"<office:document-meta {ODF_NAMES} {DC}><office:meta>{meta}</office:meta>"
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "meta.xml": f"{about}</office:document-meta>",
    }
    return zipped(members | (more or {}))


def chapter(body, *, html=""):
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN"'
        ' "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
        f'<html xmlns="http://www.w3.org/1999/xhtml" {html}><head><title/><script src="a.js"/>'
        f"</head><body>{body}</body></html>"
    )


def epub(chapters=None, *, metadata="", more=None, references=""):
    """Return a book with these chapters, by name, in a folder of its own."""
    chapters = {"one.xhtml": chapter("<p>The dam is safe.</p>")} if chapters is None else chapters
    items = "".join(
        f'<item id="i{n}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = references or "".join(f'<itemref idref="i{n}"/>' for n in range(len(chapters)))
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><metadata {DC}>{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book/package.opf"/></rootfiles></container>'
    )
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container,
        "book/package.opf": package,
    }
    members |= {f"book/{name}": content for name, content in chapters.items()}
    return zipped(members | (more or {}))


def pdf(*pages, info="", catalog=""):
    """Return a PDF with pages of lines; a line is (left, foot, size, text) in points, or as is."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
    ]
    for n, lines in enumerate(pages):
        words = "\n".join(line if isinstance(line, str) else _shown(*line) for line in lines)
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {5 + 2 * n} 0 R>>"
        )
        objects.append(f"<</Length {len(words)}>>\nstream\n{words}\nendstream")
    objects.append(f"<<{info}>>")
    return _numbered(objects)


def coded(character):
    """Return a PDF that says its letter a to be this character."""
    code_map = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF>"
        f" endcodespacerange 1 beginbfchar <61> <{character}> endbfchar endcmap end"
    )
    data = pdf([(72, 700, 12, "aaa b")], [])
    data = data.replace(b"/Encoding/WinAnsiEncoding", b"/ToUnicode 8 0 R")
    stream = f"8 0 obj\n<</Length {len(code_map)}>>\nstream\n{code_map}\nendstream\nendobj\n"
    return data.replace(b"8 0 obj\n<<>>\nendobj\n", stream.encode())


def _shown(left, foot, size, text):
    return f"BT /F {size} Tf {left} {foot} Td ({_escaped(text)}) Tj ET"


def _escaped(text):
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _numbered(objects):
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<</Size {count}/Root 1 0 R"
    return data + f"{end}/Info {count - 1} 0 R>>\nstartxref\n{len(data)}\n%%EOF\n".encode()


RTF = rb"{\rtf1\ansi\deff0{\fonttbl{\f0\fcharset0 Times;}}\pard\f0 The dam is safe.\par}"
