"""Projects of the REFI-QDA standard as its programs write them, in small."""

from __future__ import annotations

import zipfile
from pathlib import Path

from lxml import etree

SCHEMAS = Path(__file__).parent / "schemas" / "refi-qda"
USER = "8CA3A2C1-8B7A-41C3-A9DD-A8FB46CAA645"
CODES = ("3C51EFBB-071F-43A7-9F32-228B89668E8D", "4D62F0CC-182F-44B8-A043-339C90779E9E")
SOURCE = "56A79789-D535-4FB8-BEDD-A915504C54BA"
NOTE = "77A79789-D535-4FB8-BEDD-A915504C54BA"


def schema(name):
    return etree.XMLSchema(etree.parse(SCHEMAS / name))


def assert_valid(name, data):
    schema(name).assertValid(etree.fromstring(data))


def guid(number):
    return f"00000000-0000-4000-8000-{number:012x}"


def selection(number, start, end, *codes, name="", inside=""):
    named = f' name="{name}"' if name else ""
    codings = "".join(
        f'<Coding guid="{guid(1000 * number + rank)}" creatingUser="{USER}">'
        f'<CodeRef targetGUID="{CODES[code]}"/></Coding>'
        for rank, code in enumerate(codes)
    )
    return (
        f'<PlainTextSelection guid="{guid(number)}"{named} startPosition="{start}"'
        f' endPosition="{end}" creatingUser="{USER}"'
        f' creationDateTime="2025-02-21T16:09:07+01:00">{inside}{codings}</PlainTextSelection>'
    )


def text_source(*selections, inside="", attributes=None, path="internal://a.txt"):
    told = attributes or f'plainTextPath="{path}"'
    return (
        f'<TextSource guid="{{{SOURCE}}}" name="Talk" {told}>{inside}{"".join(selections)}'
        "</TextSource>"
    )


def project(*sources, origin="NVivo for Windows 12.6", behind=""):
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0"'
        f' name="Dam" origin="{origin}"><Users><User guid="{USER}" name="Coder"/></Users>'
        f'<CodeBook><Codes><Code guid="{CODES[0]}" name="Claim" isCodable="true" color="#0B5">'
        "<Description>What is said</Description>"
        f'<Code guid="{CODES[1]}" name="By an office" isCodable="true" color="#A8460A"/></Code>'
        f"</Codes></CodeBook><Sources>{''.join(sources)}</Sources>{behind}</Project>"
    )


def archive(path, xml, texts=None, *, name="project.qde"):
    """Write a project; ``texts`` are its other members."""
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(name, xml)
        for member, data in (texts or {}).items():
            file.writestr(member, data)
    return path
