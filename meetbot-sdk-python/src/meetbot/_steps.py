"""What a flow can ask of whoever drives it.

A flow is a generator that decides and does no I/O: it yields steps, is sent back what became of them, and returns
the result. The two clients only differ in how they take a step.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypeVar

import httpx

T = TypeVar("T")


@dataclass(frozen=True)
class Call:
    """A request, without the base URL and the key."""

    method: Literal["GET", "POST", "DELETE"]
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, Any] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What the server said; the body is empty when a sink took it."""

    status: int
    headers: httpx.Headers
    body: bytes = b""

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300


@dataclass(frozen=True)
class Failure:
    """No answer, or none that is whole."""

    timeout: bool
    cause: Exception


Outcome = Answer | Failure


class Sink(Protocol):
    """Takes the body of a good answer in place of memory."""

    def begin(self, status: int, headers: httpx.Headers) -> None: ...

    def write(self, chunk: bytes) -> None: ...


@dataclass(frozen=True)
class Send:
    """Send the request once; an `Outcome` comes back."""

    call: Call
    sink: Sink | None = None


@dataclass(frozen=True)
class Sleep:
    """Wait for so many seconds."""

    seconds: float


@dataclass(frozen=True)
class Work:
    """Something that takes time on this machine, such as reading a big file; its result comes back."""

    run: Callable[[], Any]


Step = Send | Sleep | Work
Flow = Generator[Step, Any, T]


class Receiver:
    """Collects one answer as it comes in.

    `add` raises `httpx.ReadTimeout` when an answer that is not for a sink takes longer than `seconds` in all:
    httpx itself only limits the time between two pieces, and a server that drips would be listened to for ever.
    """

    MOST_BYTES = 64 * 1024 * 1024

    def __init__(
        self, step: Send, status: int, headers: httpx.Headers, seconds: float, clock: Callable[[], float]
    ) -> None:
        self._status = status
        self._headers = headers
        self._sink = step.sink if 200 <= status < 300 else None
        self._body = bytearray()
        self._seconds = seconds
        self._clock = clock
        self._start = clock()
        if self._sink is not None:
            self._sink.begin(status, headers)

    def add(self, chunk: bytes) -> None:
        if self._sink is not None:
            self._sink.write(chunk)
            return
        if self._clock() - self._start > self._seconds:
            raise httpx.ReadTimeout("the answer drips")
        self._body += chunk
        if len(self._body) > self.MOST_BYTES:
            raise httpx.DecodingError("the answer is too long")

    def answer(self) -> Answer:
        return Answer(self._status, self._headers, bytes(self._body))


def failure(error: httpx.HTTPError) -> Failure:
    """What became of a request that httpx gave up on."""
    return Failure(timeout=isinstance(error, httpx.TimeoutException), cause=error)
