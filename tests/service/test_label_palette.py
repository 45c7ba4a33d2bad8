from __future__ import annotations

from annotator.core.codebook_rules import LINE_STYLES
from annotator.core.records import Label
from annotator.service.label_palette import free_look, palette


def test_no_two_labels_look_alike_before_every_look_is_taken_and_colors_come_in_turn():
    labels = []
    colors, looks = len(palette()), len(palette()) * len(LINE_STYLES)
    for number in range(looks):
        paint, line = free_look(labels)
        name = str(number)
        labels.append(Label(name, name, name, "", paint.light, paint.dark, line, ""))
    assert len({one.color_light for one in labels[:colors]}) == colors
    assert len({one.line_style for one in labels[: len(LINE_STYLES)]}) == len(LINE_STYLES)
    assert len({(one.color_light, one.line_style) for one in labels}) == looks
