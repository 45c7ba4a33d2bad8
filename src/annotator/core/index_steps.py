"""Sorted positions whose tail moves in one stroke."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class Steps:
    """Positions in ascending order, of which all from one number on may be shifted at once.

    The shift is not carried out but kept as one pending *step*: where it begins and how far it
    goes. A second shift first carries out the stretch between the two beginnings, so that
    typing at one place never touches the positions behind it. The idea is Scintilla's.

    >>> steps = Steps([0, 10, 20])
    >>> steps.shift(1, 5)
    >>> [steps[number] for number in range(len(steps))]
    [0, 15, 25]
    """

    __slots__ = ("_begin", "_distance", "_raw")

    def __init__(self, positions: list[int] | None = None) -> None:
        self._raw = positions or []
        self._begin = 0
        self._distance = 0

    def __len__(self) -> int:
        return len(self._raw)

    def __getitem__(self, number: int) -> int:
        if number >= self._begin:
            return self._raw[number] + self._distance
        return self._raw[number]

    def __setitem__(self, number: int, position: int) -> None:
        self._raw[number] = position - self._distance if number >= self._begin else position

    def insert(self, number: int, position: int) -> None:
        """Put a position before the one at ``number``. Costs a move of the list's tail."""
        if number < self._begin:
            self._raw.insert(number, position)
            self._begin += 1
        else:
            self._raw.insert(number, position - self._distance)

    def delete(self, number: int, stop: int | None = None) -> None:
        """Take out the position at ``number``, or all from there up to ``stop``."""
        stop = number + 1 if stop is None else stop
        del self._raw[number:stop]
        self._begin -= max(0, min(stop, self._begin) - number)

    def shift(self, number: int, distance: int) -> None:
        """Move all positions from ``number`` on. Costs the way from the last such call's."""
        raw, begin, pending = self._raw, self._begin, self._distance
        if number >= len(raw):
            return
        if pending and begin < number:
            raw[begin:number] = [position + pending for position in raw[begin:number]]
        elif pending:
            raw[number:begin] = [position - pending for position in raw[number:begin]]
        self._begin = number
        self._distance = pending + distance

    def bisect_left(self, position: int) -> int:
        """Return how many of the positions lie before ``position``. Costs O(log n)."""
        raw, begin = self._raw, self._begin
        if begin < len(raw) and raw[begin] + self._distance < position:
            return bisect_left(raw, position - self._distance, begin)
        return bisect_left(raw, position, 0, min(begin, len(raw)))

    def bisect_right(self, position: int) -> int:
        """Return how many of the positions lie at ``position`` or before. Costs O(log n)."""
        raw, begin = self._raw, self._begin
        if begin < len(raw) and raw[begin] + self._distance <= position:
            return bisect_right(raw, position - self._distance, begin)
        return bisect_right(raw, position, 0, min(begin, len(raw)))

    def floor(self, position: int) -> tuple[int, int]:
        """Return the last number, and position, at ``position`` or before, or else the first.

        >>> Steps([10, 20]).floor(25), Steps([10, 20]).floor(5)
        ((1, 20), (0, 10))
        """
        raw, begin, distance = self._raw, self._begin, self._distance
        if begin < len(raw) and raw[begin] + distance <= position:
            number = bisect_right(raw, position - distance, begin) - 1
            return number, raw[number] + distance
        number = bisect_right(raw, position, 0, min(begin, len(raw))) - 1
        return (number, raw[number]) if number >= 0 else (0, self[0])
