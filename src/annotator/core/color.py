"""Colors as people see them: contrast, and how far two colors stay apart for color-blind eyes.

A color is a string such as ``#0072B2`` in sRGB.
"""

from __future__ import annotations

from math import cbrt, dist
from typing import TypeAlias

from annotator.core.errors import AnnotatorError

Triple: TypeAlias = tuple[float, float, float]

# What full protanopia, deuteranopia and tritanopia make of linear RGB, from Machado, Oliveira and
# Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
# TVCG 15 (2009), the matrices for severity 1.0.
SIMULATIONS: dict[str, tuple[Triple, Triple, Triple]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# From linear RGB to cone responses, and from their cube roots to Oklab (Ottosson, 2020).
_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_OKLAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_LUMINANCE = (0.2126, 0.7152, 0.0722)
_HEX = "0123456789abcdef"


class BadColorError(AnnotatorError):
    """Something that is no color."""

    def __init__(self, color: str) -> None:
        self.color = color
        super().__init__(f"“{color}” is no color; write it as #RRGGBB, such as #0072B2.")


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colors, from 1 to 21 (WCAG 2.2, relative luminance).

    >>> round(contrast("#FFFFFF", "#000000")), round(contrast("#0072B2", "#FFFFFF"), 1)
    (21, 5.2)

    Raises:
        BadColorError: one of them is no color.

    """
    dark, light = sorted(_sum(_LUMINANCE, linear(color)) for color in (one, other))
    return (light + 0.05) / (dark + 0.05)


def distance(one: str, other: str) -> float:
    """Return how far two colors are apart in Oklab, where 0.02 is just noticeable.

    >>> distance("#000000", "#FFFFFF") > 0.99 and distance("#0072B2", "#0072B2") == 0
    True
    """
    return dist(_oklab(linear(one)), _oklab(linear(other)))


def least_distance(one: str, other: str) -> float:
    """Return how far apart two colors stay for the eyes to which they are most alike.

    >>> least_distance("#0072B2", "#00795A") < distance("#0072B2", "#00795A") / 3  # tritanopia
    True
    """
    ones, others = _seen(linear(one)), _seen(linear(other))
    return min(dist(_oklab(a), _oklab(b)) for a, b in zip(ones, others, strict=True))


def linear(color: str) -> Triple:
    """Return a color's red, green and blue, from 0 to 1, in linear light (IEC 61966-2-1).

    Raises:
        BadColorError: it is no color.

    """
    digits = color[1:].lower()
    if len(color) != len("#RRGGBB") or color[0] != "#" or any(one not in _HEX for one in digits):
        raise BadColorError(color)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return _straight(red), _straight(green), _straight(blue)


def _straight(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the formula's


def _seen(color: Triple) -> list[Triple]:
    """Return a color as all eyes see it, those that see every color first."""
    return [color, *(_clipped(_times(matrix, color)) for matrix in SIMULATIONS.values())]


def _oklab(color: Triple) -> Triple:
    red, green, blue = _times(_TO_CONES, color)
    return _times(_TO_OKLAB, (cbrt(red), cbrt(green), cbrt(blue)))


def _clipped(color: Triple) -> Triple:
    red, green, blue = (min(1.0, max(0.0, part)) for part in color)
    return red, green, blue


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    one, two, three = matrix
    return _sum(one, vector), _sum(two, vector), _sum(three, vector)


def _sum(weights: Triple, values: Triple) -> float:
    return weights[0] * values[0] + weights[1] * values[1] + weights[2] * values[2]
