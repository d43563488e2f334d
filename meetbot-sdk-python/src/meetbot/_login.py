"""A device login as flows (RFC 8628): how it begins, and when it asks again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import _requests
from ._answers import read
from ._retry import Retry
from ._steps import Answer, Call, Flow, Outcome, Send, Sleep
from .errors import MeetbotConnectionError, MeetbotServerError, MeetbotTimeoutError
from .models import LoginBegun, LoginKey

_PATH = "/api/v1/cli-auth"
_SLOWER = 5.0
_LONGEST = 60.0


def begin(retry: Retry, client_name: str) -> Flow[LoginBegun]:
    """Has the server make a code; asked again, it makes another one."""
    answer = yield from retry.exchange(Call("POST", f"{_PATH}/init", body={"clientName": client_name}))
    return read(LoginBegun, answer.body)


@dataclass(frozen=True)
class Polls:
    """Asks whether somebody has approved. `deadline` is a time of `clock`; requests are not retried, but asked anew."""

    retry: Retry
    begun: LoginBegun
    clock: Callable[[], float]
    deadline: float

    def key(self) -> Flow[str]:
        """Until somebody has decided or the time is over."""
        call = Call("POST", _requests.path(f"{_PATH}/poll", self.begun.nonce))
        interval = max(1.0, self.begun.interval)
        while self.clock() + interval <= self.deadline:
            yield Sleep(interval)
            outcome: Outcome = yield Send(call)
            if isinstance(outcome, Answer) and outcome.ok:
                if outcome.status == 200:
                    return read(LoginKey, outcome.body).api_key
            else:
                interval = self._longer(interval, outcome)
        raise MeetbotTimeoutError("nobody approved it before the code expired")

    def _longer(self, interval: float, outcome: Outcome) -> float:
        """The interval after an answer that is no good one; it never gets shorter. Raises what ends the login."""
        error = self.retry.error(outcome)
        if isinstance(outcome, Answer) and outcome.status == 410:
            raise MeetbotTimeoutError("the code has expired") from error
        if isinstance(outcome, Answer) and outcome.status == 429:
            return max(interval + _SLOWER, getattr(error, "retry_after", None) or 0.0)
        if isinstance(error, MeetbotConnectionError | MeetbotServerError):
            return max(interval, min(interval * 2, _LONGEST))
        raise error
