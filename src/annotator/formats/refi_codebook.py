"""Codebooks of the REFI-QDA standard (.qdc): labels alone, as programs for analysis swap them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.core.exchange_errors import CannotWriteError, NotAnnotationsError
from annotator.core.file_errors import UnwritableFileError
from annotator.core.foreign_values import ForeignFile, Holds
from annotator.formats.shared.left_out import left_out
from annotator.formats.shared.refi_codes import (
    ORIGIN,
    PROGRAM,
    TOOL,
    CodeTree,
    written_codes,
)
from annotator.formats.shared.xml_parts import XmlParts
from annotator.service.reading.files import file_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.errors import AnnotatorError
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent

# Versions of it are written with other signs ("…:1:0", "…:0:4").
_NAMESPACE = "urn:QDA-XML:codebook"
_ROOT = re.compile(
    rb"\A[^<\w]*<(?:[?!][^<>]*>\s*<)*(?:\w+:)?CodeBook\s[^<>]*" + _NAMESPACE.encode()
)
_WRITTEN = f"{_NAMESPACE}:1.0"
_WANTED = frozenset(("Code", "Set"))


class RefiCodebookFormat:
    """Reads and writes the codebooks of NVivo, MAXQDA, ATLAS.ti, QualCoder, Taguette."""

    name = "refi-codebook"
    title = "REFI-QDA codebook"
    suffixes = (".qdc",)
    reads = True
    writes = True
    folder = False
    extra = ""
    variants = ()
    holds = frozenset((Holds.CODEBOOK, Holds.SIGNS))

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the name of its kind of XML that it is."""
        del path
        return _ROOT.search(head.replace(b"\0", b"")) is not None

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return the labels of a codebook.

        Raises:
            FileProblemError: it cannot be opened, is not well-formed, or is something else.

        """
        del options
        codes, sets = CodeTree(path), 0
        parts = XmlParts(path, part="its XML", wanted=_WANTED)
        for element in parts.read((file_bytes(path),)):
            if element.tag == "Code":
                codes.add(element)
            else:
                sets += 1
        if not parts.namespace.startswith(_NAMESPACE):
            raise NotAnnotationsError(path, wanted=self.title)
        problems = list(codes.problems)
        if sets:
            problems.append(left_out(path, "sets of codes", sets))

        def items() -> Iterator[AnnotatorError]:
            return iter(problems)

        ours = parts.root.get("origin", "").startswith(PROGRAM)
        return ForeignFile(
            TOOL, items, labels=codes.ordered, whole=ours, faults=lambda: codes.faults
        )

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> tuple[Loss, ...]:
        """Write the labels of a project.

        Raises:
            CannotWriteError: there are none, which the standard does not allow.
            FileProblemError: the system refuses, or the disk is full.

        """
        del options
        if not sent.codebook.labels:
            raise CannotWriteError(
                "a codebook without labels", form=self.title, remedy="add a label first"
            )
        try:
            with target.open("w", encoding="utf-8", newline="\n") as file:
                file.write('<?xml version="1.0" encoding="UTF-8"?>\n')
                file.write(f'<CodeBook xmlns="{_WRITTEN}" origin="{ORIGIN}">\n<Codes>\n')
                file.writelines(written_codes(sent.codebook.labels))
                file.write("</Codes>\n</CodeBook>\n")
        except OSError as error:
            raise UnwritableFileError(target, reason=error.strerror or str(error)) from error
        return ()
