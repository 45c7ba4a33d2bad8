"""Markup of Word that mammoth does not know, said in markup that it knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

# What is in them is the text: fields, and runs of the other direction.
_AROUND = ("{*}fldSimple", "{*}dir", "{*}bdo", "{*}ruby", "{*}rubyBase")
_OFF = ("0", "false", "off")


def say_plainly(root: _Element) -> bool:
    """Change a part so that no shown word of it is lost or glued to the next; tell if it did."""
    changes = [
        _rename(root, "smartTag", *_AROUND),
        _rename(root, "tab", "{*}ptab"),
        _rename(root, "br", "{*}cr"),
        _break_lines(root),
        _drop(root),
    ]
    return any(changes)


def _rename(root: _Element, name: str, *tags: str) -> bool:
    found = list(root.iter(*tags))
    for element in found:
        names, brace, _ = element.tag.rpartition("}")
        element.tag = names + brace + name
    return bool(found)


def _break_lines(root: _Element) -> bool:
    """Make breaks of pages and columns, which part words too, breaks of lines."""
    found = [one for one in root.iter("{*}br") if one.attrib]
    for element in found:
        element.attrib.clear()
    return bool(found)


def _drop(root: _Element) -> bool:
    """Drop how characters are pronounced, and what is set to be hidden."""
    found = list(root.iter("{*}rt"))
    for mark in root.iter("{*}vanish"):
        above = mark.getparent()
        run = None if above is None else above.getparent()
        if run is not None and run.tag.endswith("}r") and not set(mark.values()) & set(_OFF):
            found += run.iterchildren("{*}t")
    for element in found:
        above = element.getparent()
        if above is not None:
            above.remove(element)
    return bool(found)
