"""What can go wrong. Every exception of this package is a `MeetbotError`."""

from __future__ import annotations

from typing import Any


class MeetbotError(Exception):
    """The root of them all."""


class MeetbotUsageError(MeetbotError, ValueError):
    """Something was asked for that cannot be sent: no API key, a time without a zone, a name with `..`."""


class MeetbotConnectionError(MeetbotError):
    """No answer came: the name is unknown, nobody listens, the connection broke. All retries were used."""


class MeetbotTimeoutError(MeetbotConnectionError):
    """No answer came in time after all retries, or `wait_for` waited as long as it was allowed to."""


class MeetbotResponseError(MeetbotError):
    """An answer that the API does not give: no JSON, other fields, a redirect, a file with another checksum."""


class MeetbotApiError(MeetbotError):
    """The server said no.

    `status` is the HTTP status, `code` the server's word for machines (`invalid_input`; None when the answer
    has none), `body` the parsed JSON of the answer, or its text when it is not JSON. `request_id` names the
    request in the server's log. `retry_after` is how many seconds the server asks to wait, when it does.
    """

    def __init__(
        self,
        status: int,
        code: str | None,
        body: Any,
        *,
        request_id: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(status, code, body)
        self.status = status
        self.code = code
        self.body = body
        self.request_id = request_id
        self.retry_after = retry_after

    @property
    def message(self) -> str | None:
        """The server's sentence for people."""
        text = self.body.get("message") if isinstance(self.body, dict) else None
        return text if isinstance(text, str) else None

    def __str__(self) -> str:
        text = " ".join(str(part) for part in (self.status, self.code) if part is not None)
        if self.message:
            text += f": {self.message}"
        return text + (f" ({self.request_id})" if self.request_id else "")


class MeetbotValidationError(MeetbotApiError):
    """400 or 422: `body["issues"]` says which fields are wrong."""


class MeetbotUnauthorizedError(MeetbotApiError):
    """401: no key, or one that is not valid any more."""


class MeetbotForbiddenError(MeetbotApiError):
    """403: the key is good, but not for this."""


class MeetbotNotFoundError(MeetbotApiError):
    """404: there is no such thing, or it is somebody else's."""


class MeetbotConflictError(MeetbotApiError):
    """409: the job is not in a state that allows it; for `invalid_state` `body["status"]` says in which."""


class MeetbotRateLimitError(MeetbotApiError):
    """429: too many requests, and `retry_after` says for how long; 402: credit or concurrency is spent."""


class MeetbotServerError(MeetbotApiError):
    """5xx: the server's fault, or it has no room for a bot right now (`at_capacity`)."""


_BY_STATUS: dict[int, type[MeetbotApiError]] = {
    400: MeetbotValidationError,
    401: MeetbotUnauthorizedError,
    402: MeetbotRateLimitError,
    403: MeetbotForbiddenError,
    404: MeetbotNotFoundError,
    409: MeetbotConflictError,
    422: MeetbotValidationError,
    429: MeetbotRateLimitError,
}


def api_error_class(status: int) -> type[MeetbotApiError]:
    """The class for that status."""
    return MeetbotServerError if status >= 500 else _BY_STATUS.get(status, MeetbotApiError)
