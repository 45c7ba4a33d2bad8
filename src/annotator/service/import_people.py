"""Whose highlights, under which labels: names in a file made ours, the missing ones made new."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.codebook_rules import free_key, free_letter, is_key
from annotator.core.exchange_errors import UnmetLabelError
from annotator.core.records import Label, Reviewer
from annotator.core.request_errors import UnknownLabelError
from annotator.service.exchange_identity import foreign_id, is_id
from annotator.service.incoming_labels import as_told, writable
from annotator.service.label_palette import free_look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignFile, ForeignHighlight, ForeignLabel
    from annotator.core.records import Codebook

WITHOUT_LABEL = "Without a label"
_SIGNS = re.compile(r"[\W_]+")


class People:
    """The reviewers of a file: those whose id or very name is known, and new ones.

    ``everyone`` is whose highlights all are, and ``unnamed`` whose those of nobody are, if somebody
    says so; else highlights of nobody are the tool's, under the name ``nobody``.
    """

    def __init__(
        self,
        known: Iterable[Reviewer],
        file: ForeignFile,
        *,
        everyone: str = "",
        nobody: str = "",
        unnamed: str = "",
    ) -> None:
        self._file, self._everyone, self._unnamed = file, everyone, unnamed
        self._nobody = nobody or file.tool
        self._by_id = {one.id: one for one in known}
        self._by_name = {one.name: one for one in self._by_id.values()}
        self.new: dict[str, Reviewer] = {}

    def of(self, foreign: ForeignHighlight) -> Reviewer:
        """Return whose a highlight is."""
        name = self._everyone or foreign.reviewer
        native = "" if self._everyone else foreign.reviewer_id
        name = name or ("" if native else self._unnamed)
        if native in self._by_id:
            return self._by_id[native]
        if name in self._by_name and not (native and foreign.ours):
            return self._by_name[name]
        return self._made(native, name, ours=foreign.ours)

    def named(self, name: str) -> Reviewer:
        """Return the reviewer of a name; make them where there is none."""
        return self._by_name.get(name) or self._made("", name, ours=False)

    def _made(self, native: str, name: str, *, ours: bool) -> Reviewer:
        made_id = native if ours and is_id(native) else ""
        named = name or native or self._nobody
        made = Reviewer(
            made_id or foreign_id(self._file.tool, self._file.project, "reviewer", native or name),
            named,
        )
        made = self._by_id.get(made.id, made)
        if made.id not in self._by_id:
            self.new[made.id] = made
        self._by_id[made.id] = made
        self._by_name.setdefault(named, made)
        return made


class Labels:
    """The labels of a file: those whose id, key or name is known, and new ones.

    ``renamed`` says which of ours stands for one of theirs, by key and name.
    """

    def __init__(
        self, codebook: Codebook, file: ForeignFile, *, renamed: Iterable[tuple[str, str]] = ()
    ) -> None:
        self._file = file
        self._all = list(codebook.labels)
        self._known: dict[str, Label] = {}
        self._exactly: dict[str, Label] = {}
        for one in reversed(self._all):
            for name in (one.name, one.key, one.id):
                self._known[_folded(name)] = one
        for part in ("name", "key", "id"):
            for one in reversed(self._all):
                self._exactly[getattr(one, part)] = one
        self._codebook, self._ours = codebook.labels, frozenset(self._known)
        self._said = tuple(renamed)
        self._renamed = {_folded(theirs): ours for theirs, ours in self._said}
        # What one is called hides neither the key nor the id of another.
        self._declared = {one.name: one for one in file.labels if one.name}
        self._declared |= {one.key: one for one in file.labels if one.key}
        self._declared |= {one.id: one for one in file.labels if one.id}
        self._wanted = tuple(one.letter for one in file.labels if one.letter)
        self._met: dict[str, Label] = {}
        self._settled: dict[ForeignLabel, Label] = {}
        self.new: dict[str, Label] = {}

    def require_said(self, path: Path) -> None:
        """Raise where somebody named a label that nothing is called; once all are known.

        Raises:
            UnmetLabelError: no label of the file is called so.
            UnknownLabelError: none of the codebook is.

        """
        met = {_folded(one) for one in (*self._met, *self._declared)}
        names = (one.name for one in self._file.labels)
        shown = tuple(dict.fromkeys(filter(None, (*names, *self._undeclared()))))
        for theirs, ours in self._said:
            if _folded(theirs) not in met:
                raise UnmetLabelError(path, label=theirs, known=shown)
            if ours not in self._exactly and _folded(ours) not in self._ours:
                raise UnknownLabelError(ours, known=tuple(one.key for one in self._codebook))

    def _undeclared(self) -> Iterator[str]:
        return (one for one in self._met if one not in self._declared)

    def of(self, name: str) -> Label:
        """Return the label that a file means by a name, key or id; make it where there is none."""
        if name not in self._met:
            self._met[name] = self._found(name)
        return self._met[name]

    @property
    def meant(self) -> dict[str, Label]:
        """Each label that was asked for, as the file calls it, and which it is here."""
        found = {}
        for name, label in self._met.items():
            declared = self._declared.get(name)
            shown = (declared.name if declared else name) or name or WITHOUT_LABEL
            found[shown] = self.new.get(label.id, label)
        return found

    def merged(self) -> Iterator[tuple[list[str], Label]]:
        """Yield labels of the file that are one here though nobody said so, and that one."""
        theirs: dict[str, dict[str, str]] = {}
        for name, met in self._met.items():
            declared, label = self._declared.get(name), self.new.get(met.id, met)
            shown = (declared.name if declared else name) or WITHOUT_LABEL
            own = {label.name} if label.id in self.new else {label.name, label.key, label.id}
            if not {_folded(name), _folded(shown)} & self._renamed.keys():
                same = "" if declared is None and name in own else shown
                theirs.setdefault(label.id, {}).setdefault(same, shown)
        for label_id, names in theirs.items():
            if len(names) > 1:
                label = next(one for one in (*self.new.values(), *self._all) if one.id == label_id)
                yield list(names.values()), label

    def differing(self) -> Iterator[tuple[ForeignLabel, Label]]:
        """Yield each label of the file that is one here already, with that one."""
        seen = set()
        for name, label in self._met.items():
            declared = self._declared.get(name)
            if declared is not None and label.id not in self.new and declared not in seen:
                seen.add(declared)
                yield declared, label

    def add_declared(self) -> None:
        """Take every label that the file declares, whether a highlight has it or not."""
        for one in self._file.labels:
            self.of(one.id or one.name)

    def _found(self, name: str) -> Label:
        declared = self._declared.get(name)
        if declared in self._settled:
            return self._settled[declared]
        names = [declared.id, declared.key, declared.name] if declared else [name or WITHOUT_LABEL]
        # What somebody said of a label goes before what its id or key would say.
        said = [self._renamed.get(_folded(one), "") for one in names if one]
        for one in filter(None, (*said, *names)):
            ours = self._exactly.get(one) or self._known.get(_folded(one))
            # Two labels of one of our codebooks may share a name, and are two.
            if ours is not None and not (declared and self._file.whole and ours.id in self.new):
                return ours
        return self._made(declared, name or WITHOUT_LABEL)

    def _made(self, declared: ForeignLabel | None, name: str) -> Label:
        shown = writable(declared.name if declared else name).strip() or WITHOUT_LABEL
        paint, line = free_look(self._all)
        label = Label(
            id=self._id(declared.id or declared.name if declared else name),
            key=self._key((declared and declared.key) or shown),
            name=shown,
            letter=free_letter(shown, (*self._wanted, *self._letters())),
            color_light=paint.light,
            color_dark=paint.dark,
            line_style=line,
            position=max((one.position for one in self._all), default=-1) + 1,
        )
        if declared:
            label = as_told(label, declared, self._all)
            self._settled[declared] = label
        self._all.append(label)
        self.new[label.id] = label
        self._known.setdefault(_folded(label.name), label)
        if declared and declared.parent:
            above = self.of(declared.parent)
            if above.id != label.id and not self._is_above(label, above):
                label = replace(label, parent_id=above.id)
                # What lies above a label is put before it.
                del self.new[label.id]
                self.new[label.id] = label
        return label

    def _is_above(self, label: Label, other: Label) -> bool:
        """Tell whether a label lies above another one, or is it."""
        seen: Label | None = other
        while seen is not None:
            if seen.id == label.id:
                return True
            seen = self.new.get(seen.parent_id or "")
        return False

    def _id(self, native: str) -> str:
        """Return an id that no label has: the file's where it is one of ours."""
        taken = {one.id for one in self._all}
        made = native
        while not is_id(made) or made in taken:
            made = foreign_id(self._file.tool, self._file.project, "label", native)
            native = f"{native} again"
        return made

    def _key(self, told: str) -> str:
        taken = {one.key for one in self._all}
        if self._file.whole and is_key(told) and told not in taken:
            return told
        return free_key(told, taken)

    def _letters(self) -> Iterable[str]:
        return (one.letter for one in self._all if not one.archived)


def _folded(name: str) -> str:
    """Return a name without what differs from tool to tool: case, spaces, underscores.

    >>> _folded("Official claim") == _folded("official_claim")
    True
    """
    return _SIGNS.sub(" ", name).strip().casefold() or name
