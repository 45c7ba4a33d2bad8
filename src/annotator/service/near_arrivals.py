"""Which of the articles that come in together have nearly the same words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from annotator.core.likeness import ALIKE, resemblance, tells
from annotator.service.arrivals import Near

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

# Of the lowest hashes of two samples that are half alike, half are the same; fewer than two are so
# once in thirty times.
_ASKED: Final = 8
_FEWEST_SHARED: Final = 2
# What many texts share says little of two of them.
_MOST_LED_TO: Final = 8
_MOST_COMPARED: Final = 3


class NearArrivals:
    """Takes the samples of texts in their order; ``sample_of`` gives that of one before.

    A text costs the same whether it is the second or the ten thousandth.
    """

    def __init__(self, sample_of: Callable[[int], AbstractSet[int]]) -> None:
        self._sample_of = sample_of
        self._led_to: dict[int, list[int]] = {}

    def take(self, number: int, sample: AbstractSet[int]) -> Near | None:
        """Return which text before has nearly the same words as another one."""
        if not tells(sample):
            return None
        asked = sorted(sample)[:_ASKED]
        shared = Counter(one for value in asked for one in self._led_to.get(value, ()))
        found = [
            Near(one, resemblance(sample, self._sample_of(one)))
            for one, count in shared.most_common(_MOST_COMPARED)
            if count >= _FEWEST_SHARED
        ]
        for value in asked:
            known = self._led_to.setdefault(value, [])
            if len(known) < _MOST_LED_TO:
                known.append(number)
        alike = [one for one in found if one.share >= ALIKE]
        return max(alike, key=lambda one: (one.share, -one.number), default=None)
