"""What both clients do with httpx: which server, which key, which limits."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import httpx

from ._steps import Receiver, Send
from ._version import VERSION
from .errors import MeetbotUsageError

DEFAULT_BASE_URL = "https://api.meetbot.dev"


@dataclass(frozen=True)
class Wire:
    """Where requests go and what they carry. `timeout` is in seconds, for each attempt; an empty key is not sent."""

    base_url: str
    api_key: str = field(repr=False)
    timeout: float
    clock: Callable[[], float] = field(repr=False)

    @staticmethod
    def of(api_key: str | None, base_url: str | None, timeout: float, clock: Callable[[], float]) -> Wire:
        """With what the environment says where nothing was given."""
        key = (os.environ.get("MEETBOT_API_KEY") if api_key is None else api_key) or ""
        return replace(Wire.keyless(base_url, timeout, clock), api_key=_api_key(key))

    @staticmethod
    def keyless(base_url: str | None, timeout: float, clock: Callable[[], float]) -> Wire:
        """The same for requests that go out without a key."""
        if timeout <= 0:
            raise MeetbotUsageError("timeout must be more than 0")
        url = (os.environ.get("MEETBOT_API_BASE_URL") if base_url is None else base_url) or DEFAULT_BASE_URL
        return Wire(_base_url(url), "", timeout, clock)

    def request(self, step: Send) -> dict[str, Any]:
        """Arguments for `build_request` of an httpx client."""
        call = step.call
        headers = {
            "Accept": "application/json",
            "User-Agent": f"meetbot-sdk-python/{VERSION}",
            **({"Authorization": f"Bearer {self.api_key}"} if self.api_key else {}),
            **call.headers,
        }
        return {
            "method": call.method,
            "url": self.base_url + call.path,
            "params": call.query or None,
            "json": call.body,
            "headers": headers,
            "timeout": self.timeout,
        }

    def receiver(self, step: Send, response: httpx.Response) -> Receiver:
        return Receiver(step, response.status_code, response.headers, self.timeout, self.clock)


def _api_key(text: str) -> str:
    key = text.strip()
    if not key:
        raise MeetbotUsageError("no API key: pass api_key, or set MEETBOT_API_KEY")
    if not re.fullmatch(r"[!-~]+", key):  # as a header it would be refused with an error that shows it
        raise MeetbotUsageError("the API key holds characters that no key has")
    return key


def _base_url(text: str) -> str:
    try:
        url = httpx.URL(text.strip())
    except httpx.InvalidURL:
        raise MeetbotUsageError("the base URL is none") from None
    if url.scheme not in ("http", "https") or not url.host or url.userinfo or url.query or url.fragment:
        raise MeetbotUsageError("the base URL must be http(s)://host[:port][/path]")
    return str(url).rstrip("/")
