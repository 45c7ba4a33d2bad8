"""What of a file's codebook is otherwise here, and is told rather than taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.codebook_rules import is_color
from annotator.service.import_remarks import Remark, listed

if TYPE_CHECKING:
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
        report.remark(Remark.GUIDELINE)
    known = {one.strip().casefold() for one in here.verdicts}
    other = [one for one in file.verdicts if one.strip() and one.strip().casefold() not in known]
    if other:
        report.remark(Remark.VERDICTS, verdicts=listed(other))
    for theirs, label in labels.merged():
        report.remark(Remark.MERGED, theirs=listed(theirs), label=label.name)
    for one, label in labels.differing():
        definition, color = one.definition.strip(), one.color.lower()
        if definition and definition != label.definition.strip():
            report.remark(Remark.DEFINITION, one.place, label=label.name)
        if is_color(color) and color != label.color_light.lower():
            values = {"theirs": color, "ours": label.color_light.lower()}
            report.remark(Remark.COLOR, one.place, label=label.name, **values)
