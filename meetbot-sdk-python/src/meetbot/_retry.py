"""When a request is sent again, and after how long."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Generator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

import httpx

from ._answers import error_of
from ._steps import Answer, Call, Failure, Outcome, Send, Sink, Sleep, Step
from .errors import MeetbotUsageError

AGAIN = frozenset({429, 500, 502, 503, 504})
CONFLICT = 409
LONGEST_BACKOFF = 8.0
LONGEST_RETRY_AFTER = 60.0


def retry_after(header: str | None, now: float) -> float | None:
    """Seconds that a `Retry-After` asks for, counted from `now` (seconds since 1970); None when it says nothing."""
    if header is None:
        return None
    text = header.strip()
    if re.fullmatch(r"[0-9]+", text):
        return float(text)
    try:
        at = parsedate_to_datetime(text).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
    return max(0.0, at - now)


def backoff(attempt: int, draw: float) -> float:
    """Full jitter: somewhere between nothing and a limit that doubles with each attempt (from 0)."""
    return draw * min(LONGEST_BACKOFF, math.ldexp(0.5, min(attempt, 10)))


@dataclass(frozen=True)
class Retry:
    """How often, and by whose clock and dice. `random` draws from [0, 1), `now` is in seconds since 1970."""

    most: int
    random: Callable[[], float]
    now: Callable[[], float]

    @staticmethod
    def of(most: int, random: Callable[[], float], now: Callable[[], float]) -> Retry:
        """Raises `MeetbotUsageError` for fewer than none."""
        if most < 0:
            raise MeetbotUsageError("max_retries must not be negative")
        return Retry(most, random, now)

    def delay(self, attempt: int, outcome: Outcome) -> float | None:
        """Seconds until the next try after attempt number `attempt` (from 0), or None: do not try again."""
        asked = self._asked(outcome)
        if attempt >= self.most or not _worth_it(outcome, asked is not None):
            return None
        if asked is None:
            return backoff(attempt, self.random())
        return asked if asked <= LONGEST_RETRY_AFTER else None

    def error(self, outcome: Outcome) -> Exception:
        """What to raise for an outcome that is final."""
        return error_of(outcome, self._asked(outcome))

    def exchange(self, call: Call, sink: Sink | None = None) -> Generator[Step, Outcome, Answer]:
        """Sends until there is a good answer; raises what the last one means."""
        attempt = 0
        while True:
            outcome = yield Send(call, sink)
            if isinstance(outcome, Answer) and outcome.ok:
                return outcome
            delay = self.delay(attempt, outcome)
            if delay is None:
                raise self.error(outcome)
            yield Sleep(delay)
            attempt += 1

    def _asked(self, outcome: Outcome) -> float | None:
        if isinstance(outcome, Failure):
            return None
        return retry_after(outcome.headers.get("Retry-After"), self.now())


def _worth_it(outcome: Outcome, end_is_told: bool) -> bool:
    if isinstance(outcome, Failure):
        return isinstance(outcome.cause, httpx.TransportError)  # not when the body cannot be decoded
    # a conflict whose end is told: an equal request with the same idempotency key still runs
    return outcome.status in AGAIN or (outcome.status == CONFLICT and end_is_told)
