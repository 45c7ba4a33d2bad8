"""What a person can write of an article that cannot be kept as it is."""

from __future__ import annotations

from annotator.core.errors import UsageError


class NoLanguageCodeError(UsageError):
    """Something written as a language that is no code of one."""

    def __init__(self, typed: str) -> None:
        self.typed = typed
        super().__init__(f"“{typed}” is no code of a language; write one such as en, uk or pt-br.")


class NoDayError(UsageError):
    """Something written as the day of publication that is none."""

    def __init__(self, typed: str) -> None:
        self.typed = typed
        super().__init__(
            f"“{typed}” is no day; write year, month and day as in 2026-03-14, or the year alone."
        )


class NoWebAddressError(UsageError):
    """Something written as the address of an article that leads nowhere on the web."""

    def __init__(self, typed: str) -> None:
        self.typed = typed
        super().__init__(
            f"“{typed}” is no address of the web; write one that begins with https or http."
        )
