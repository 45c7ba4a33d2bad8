"""What is to be added: files, how they are to be read, and what they are called."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from annotator.service.article_ports import ReadOptions
from annotator.service.importing import Wishes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QMimeData

    from annotator.core.records import Article
    from annotator.service.article_ports import ArticleReader
    from annotator.service.fetching import FetchedFile

_Folder = tempfile.TemporaryDirectory[str]


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """Files and folders to be added.

    ``otherwise`` is read where nothing of the first can be. ``previewed`` shows them in any case.
    ``newer_of`` is the article that they are meant as a newer copy of.
    ``folder`` holds files that are there for this alone; it goes with the request.
    """

    paths: tuple[Path, ...]
    wishes: Wishes = field(default_factory=Wishes)
    otherwise: tuple[Path, ...] = ()
    previewed: bool = False
    names: Mapping[Path, str] = field(default_factory=dict)
    folder: _Folder | None = None
    newer_of: Article | None = None

    def settled(self, *, keep_originals: bool) -> Wishes:
        """Return the wishes with what the settings and the system say besides."""
        options = replace(self.wishes.options, languages=_languages())
        return replace(self.wishes, recursive=True, keep_originals=keep_originals, options=options)

    def close(self) -> None:
        """Let go of files that were there for this alone."""
        if self.folder is not None:
            self.folder.cleanup()


def _languages() -> tuple[str, ...]:
    """Return the languages that the system speaks to its user, by their codes."""
    codes = (one.replace("_", "-").partition("-")[0] for one in QLocale.system().uiLanguages())
    return tuple(dict.fromkeys(code for code in codes if code.isalpha() and code != "C"))


def files(paths: Sequence[Path]) -> ImportRequest:
    """Return the request to add files, and folders with all below them."""
    return ImportRequest(tuple(paths))


def pasted(
    data: QMimeData | None, readers: Sequence[ArticleReader], name: str
) -> ImportRequest | None:
    """Return the request to add what was copied elsewhere; None where that is no text.

    Marked-up text goes through the reader of whole web pages, and where that reads nothing the
    plain words are taken.
    """
    if data is None:
        return None  # as some systems say that nothing was copied
    copied = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if copied:
        return files(copied)
    if not data.text().strip():
        return None
    folder = _Folder(prefix="annotator-paste-")
    plain = Path(folder.name, "clipboard.txt")
    plain.write_text(_sayable(data.text()), "utf-8")
    page = Path(folder.name, "clipboard.html")
    whole = next((one for one in readers if page.suffix in one.suffixes and one.variants), None)
    names = {plain: name, page: name}
    if whole is None or not data.hasHtml():
        return ImportRequest((plain,), names=names, previewed=True, folder=folder)
    page.write_text(_sayable(data.html()), "utf-8")
    options = ReadOptions(encoding="utf-8", variant=whole.variants[0])
    wishes = Wishes(special={page: options})
    return ImportRequest(
        (page,), wishes, otherwise=(plain,), names=names, previewed=True, folder=folder
    )


def _sayable(text: str) -> str:
    """Return a text that can be written; half a character of a clipboard becomes a sign."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def fetched(file: FetchedFile) -> ImportRequest:
    """Return the request to add a file from the web, called by its address."""
    folder = _Folder(prefix="annotator-fetch-")
    path = Path(folder.name, file.name)
    path.write_bytes(file.data)
    way = f" ({' → '.join(file.hosts)})" if len(file.hosts) > 1 else ""
    return ImportRequest(
        (path,),
        Wishes(options=ReadOptions(encoding=file.encoding), addresses={path: file.address}),
        names={path: f"{file.address}{way}"},
        previewed=True,
        folder=folder,
    )
