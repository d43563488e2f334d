"""What all tests share: the vectors, and both clients behind one face."""

from __future__ import annotations

import asyncio
import inspect
import json
import re
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from meetbot import AsyncMeetBot, MeetBot

ROOT = Path(__file__).resolve().parents[2]
KEY = "mb_test_secret_that_nobody_sees"


def raw_vectors(name: str) -> Any:
    """What stands in that file."""
    return json.loads((ROOT / "docs/contract/vectors" / f"{name}.json").read_text("utf-8"))


def vectors(name: str) -> Any:
    """Parameters out of that file, one for each vector."""
    return [pytest.param(vector, id=vector["name"]) for vector in raw_vectors(name)]


def snake(name: str) -> str:
    return re.sub(r"[A-Z]", lambda letter: "_" + letter[0].lower(), name)


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


class Caller:
    """Calls a method of one kind of client, and counts its waits."""

    def __init__(self, blocking: bool) -> None:
        self.blocking = blocking
        self.waits: list[float] = []

    def __call__(self, method: str, *arguments: Any, on: dict[str, Any] | None = None, **named: Any) -> Any:
        options: dict[str, Any] = {"api_key": KEY, "max_retries": 0} | (on or {})
        if self.blocking:
            with MeetBot(sleep=self.waits.append, **options) as client:
                result = attrgetter(method)(client)(*arguments, **named)
                return list(result) if inspect.isgenerator(result) else result
        return asyncio.run(self._awaited(method, arguments, named, options))

    async def _awaited(self, method: str, arguments: Any, named: Any, options: Any) -> Any:
        async with AsyncMeetBot(sleep=self._wait, **options) as client:
            result = attrgetter(method)(client)(*arguments, **named)
            if inspect.isasyncgen(result):
                return [item async for item in result]
            return await result

    async def _wait(self, seconds: float) -> None:
        self.waits.append(seconds)


@pytest.fixture(params=["MeetBot", "AsyncMeetBot"])
def call(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Caller:
    for name in ("MEETBOT_API_KEY", "MEETBOT_API_BASE_URL", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    return Caller(request.param == "MeetBot")


