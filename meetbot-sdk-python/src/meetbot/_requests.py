"""Puts requests together: paths, times, and fields without those that were not given."""

from __future__ import annotations

import re
import uuid
from datetime import datetime, timezone
from typing import Any
from urllib.parse import quote

from pydantic import BaseModel

from ._steps import Call
from .errors import MeetbotUsageError


def given(**values: Any) -> dict[str, Any]:
    """Those that are not None."""
    return {name: value for name, value in values.items() if value is not None}


def fields(part: BaseModel | None) -> dict[str, Any] | None:
    """As JSON has them, without those that are None."""
    return None if part is None else part.model_dump(mode="json", by_alias=True, exclude_none=True)


def time(moment: datetime | None) -> str | None:
    """In UTC with milliseconds; what is finer is cut off."""
    if moment is None:
        return None
    if moment.utcoffset() is None:
        raise MeetbotUsageError("a time needs a time zone: datetime(..., tzinfo=timezone.utc)")
    utc = moment.astimezone(timezone.utc).replace(tzinfo=None)
    return utc.isoformat(timespec="milliseconds") + "Z"


def post(path: str, body: dict[str, Any] | None, idempotency_key: str | None) -> Call:
    """A POST with an idempotency key, the given one or a new one."""
    # Made here, once, so that all retries of the call have the same one.
    key = str(uuid.uuid4()) if idempotency_key is None else idempotency_key
    if not re.fullmatch(r"[!-~]{1,255}", key):
        raise MeetbotUsageError("an idempotency key has 1 to 255 visible ASCII characters")
    return Call("POST", path, body=body, headers={"Idempotency-Key": key})


def path(above: str, identifier: str) -> str:
    """The path of the thing of that id."""
    return f"{above}/{_segment(identifier)}"


def job_path(job_id: str) -> str:
    """The job's path."""
    return path("/api/v1/jobs", job_id)


def artifact_path(name: str) -> str:
    """The name as a path; one that could lead elsewhere, here or on this machine, is refused."""
    if "\\" in name or ":" in name or "\0" in name:
        raise MeetbotUsageError(f"no name of an artifact: {name!r}")
    return "/".join(_segment(part) for part in name.split("/"))


def _segment(text: str) -> str:
    if text in ("", ".", ".."):  # would make another path of it
        raise MeetbotUsageError(f"neither an id nor a name: {text!r}")
    return quote(text, safe="")
