"""What can go wrong while a file is fetched from the web: host and remedy."""

from __future__ import annotations

from annotator.core.errors import AnnotatorError, Kind
from annotator.core.file_errors import MEGABYTE


class FetchError(AnnotatorError):
    """A file that could not be had from the web."""


class BadAddressError(FetchError):
    """Something typed that is no address of the web."""

    kind = Kind.USAGE

    def __init__(self, typed: str) -> None:
        self.typed = typed
        super().__init__(
            f"“{typed}” is no address of the web; give one that begins with https or http, as in https://example.org."
        )


class UnreachableHostError(FetchError):
    """A host that gave no answer that could be understood."""

    def __init__(self, host: str, *, reason: str) -> None:
        self.host, self.reason = host, reason
        super().__init__(
            f"{host} could not be reached ({reason}); check the address and the connection."
        )


class WebRefusalError(FetchError):
    """An answer other than the file that was asked for."""

    def __init__(self, host: str, *, status: int, reason: str) -> None:
        self.host, self.status, self.reason = host, status, reason
        super().__init__(
            f"{host} answered {status} ({reason}); look at the address in a browser, save the page"
            " there and open the file."
        )


class SlowFetchError(FetchError):
    """A file that did not come within the time given to it."""

    def __init__(self, host: str, *, seconds: float) -> None:
        self.host, self.seconds = host, seconds
        super().__init__(
            f"{host} did not send the file within {seconds:g} seconds; try again later, or save the"
            " page in a browser and open the file."
        )


class LargeFetchError(FetchError):
    """A file that is larger than what is fetched; ``limit`` is in bytes."""

    def __init__(self, host: str, *, limit: int) -> None:
        self.host, self.limit = host, limit
        super().__init__(
            f"{host} sends more than {limit // MEGABYTE} MB; save the file in a browser and open"
            " it."
        )


class ForbiddenRedirectError(FetchError):
    """A host that sends on to where only its own user may go: this computer or its network."""

    def __init__(self, host: str, *, target: str) -> None:
        self.host, self.target = host, target
        super().__init__(
            f"{host} sends on to {target}, which is no place on the public web, and was not"
            " followed; type that address yourself if you mean it."
        )


class EndlessRedirectError(FetchError):
    """A host that sends on and on."""

    def __init__(self, host: str) -> None:
        self.host = host
        super().__init__(f"{host} sends on without end; look at the address in a browser.")
