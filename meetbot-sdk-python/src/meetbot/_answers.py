"""Reads answers: models out of good ones, exceptions out of the others."""

from __future__ import annotations

import json
from typing import Any, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from ._steps import Answer, Failure, Outcome
from .errors import (
    MeetbotApiError,
    MeetbotConnectionError,
    MeetbotError,
    MeetbotResponseError,
    MeetbotTimeoutError,
    api_error_class,
)

M = TypeVar("M", bound=BaseModel)


def read(model: type[M], body: bytes | str) -> M:
    """That JSON as that model; fields that it does not know are kept."""
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        # Not the error itself: it would show what came.
        found = error.errors(include_url=False, include_context=False, include_input=False)[:5]
        where = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'body'}: {e['msg']}" for e in found)
        raise MeetbotResponseError(f"not a {model.__name__}: {where}") from None


def error_of(outcome: Outcome, retry_after: float | None) -> MeetbotError:
    """The exception for an outcome that is no good answer."""
    if isinstance(outcome, Failure):
        return _no_answer(outcome)
    if outcome.status < 400:
        return MeetbotResponseError(f"the API does not answer with {outcome.status}")
    body = _body(outcome.body)
    fields = body if isinstance(body, dict) else {}
    return _api_error(outcome, body, fields, retry_after)


def _api_error(answer: Answer, body: Any, fields: dict[str, Any], retry_after: float | None) -> MeetbotApiError:
    code = fields.get("error")
    request_id = fields.get("requestId") or answer.headers.get("X-Request-Id")
    return api_error_class(answer.status)(
        answer.status,
        code if isinstance(code, str) else None,
        body,
        request_id=request_id if isinstance(request_id, str) else None,
        retry_after=retry_after,
    )


def _no_answer(failure: Failure) -> MeetbotError:
    # httpx's exceptions hold the request, but their texts tell nothing of its headers.
    text = f"{type(failure.cause).__name__}: {failure.cause}"
    error: MeetbotError
    if failure.timeout:
        error = MeetbotTimeoutError(text)
    elif isinstance(failure.cause, httpx.TransportError):
        error = MeetbotConnectionError(text)
    else:
        error = MeetbotResponseError(text)
    error.__cause__ = failure.cause
    return error


def _body(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return raw.decode("utf-8", "replace")
