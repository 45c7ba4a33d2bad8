"""What of a file's codebook is otherwise here, and is told rather than taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.codebook_rules import is_color
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.foreign_values import ForeignFile
    from annotator.core.records import Codebook
    from annotator.service.import_people import Labels
    from annotator.service.incoming import ImportReport


def remark_codebook(
    report: ImportReport, file: ForeignFile, here: Codebook, labels: Labels
) -> None:
    """Tell of guideline, verdicts and labels of a file that are not the project's, nor taken."""
    told = file.guideline.strip()
    if told and told != here.guideline.strip():
        report.tell("", Remark.GUIDELINE.of())
    known = {one.strip().casefold() for one in here.verdicts}
    other = [one for one in file.verdicts if one.strip() and one.strip().casefold() not in known]
    if other:
        report.tell("", Remark.OTHER_VERDICTS.of(verdicts=_listed(other)))
    for theirs, label in labels.merged():
        report.tell("", Remark.ONE_LABEL.of(theirs=_listed(theirs), label=label.name))
    for one, label in labels.differing():
        definition, color = one.definition.strip(), one.color.lower()
        if definition and definition != label.definition.strip():
            report.tell(one.place, Remark.OTHER_DEFINITION.of(label=label.name))
        if is_color(color) and color != label.color_light.lower():
            ours = label.color_light.lower()
            said = Remark.OTHER_COLOR.of(label=label.name, theirs=color, ours=ours)
            report.tell(one.place, said)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"“{one}”" for one in names)
