"""The device login of both kinds: what is sent, when it is asked again, how it ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from typing import Any

import httpx
import pytest
from servers import Reply, Request, Server

from meetbot import (
    AsyncDeviceLogin,
    DeviceLogin,
    MeetbotForbiddenError,
    MeetbotResponseError,
    MeetbotTimeoutError,
    MeetbotUsageError,
    MeetbotValidationError,
)

BEGUN = {
    "nonce": "n0nce", "userCode": "BCDF-GHJK", "verificationUri": "https://a/cli-auth",
    "verificationUriComplete": "https://a/cli-auth?user_code=BCDF-GHJK", "expiresIn": 600, "interval": 2,
}  # fmt: skip
PENDING = Reply.of(202, {"status": "pending"})
COMPLETE = Reply.of(200, {"status": "complete", "apiKey": "mb_live_1"})
NOON = datetime(2026, 11, 22, 12, tzinfo=timezone.utc)


class Logins:
    """Goes through a login of one kind, by a clock that only its waits move."""

    def __init__(self, blocking: bool) -> None:
        self.blocking = blocking
        self.waits: list[float] = []

    def _options(self, sleep: Callable[[float], Any]) -> dict[str, Any]:
        return {"sleep": sleep, "now": NOON.timestamp, "clock": lambda: sum(self.waits), "random": lambda: 0.0}

    def __call__(self, server: Server, look: Callable[[Any], None] = lambda login: None, **more: Any) -> str:
        options: dict[str, Any] = {"base_url": server.url} | more
        if self.blocking:
            with DeviceLogin.start("my program", **self._options(self.waits.append), **options) as login:
                look(login)
                return login.wait()
        return asyncio.run(self._awaited(look, options))

    async def _awaited(self, look: Callable[[Any], None], options: dict[str, Any]) -> str:
        async def sleep(seconds: float) -> None:
            self.waits.append(seconds)

        async with await AsyncDeviceLogin.start("my program", **self._options(sleep), **options) as login:
            look(login)
            return await login.wait()


@pytest.fixture(params=["DeviceLogin", "AsyncDeviceLogin"])
def login(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Logins:
    for name in ("MEETBOT_API_KEY", "MEETBOT_API_BASE_URL", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    return Logins(request.param == "DeviceLogin")


def script(*replies: Reply) -> Server:
    """A server that gives these one after the other, the last one again and again."""
    left: Iterator[Reply] = iter(replies)
    last = [replies[-1]]

    def answer(request: Request) -> Reply:
        last[0] = next(left, last[0])
        return last[0]

    return Server(answer)


def begun(**more: Any) -> Reply:
    return Reply.of(200, {name: value for name, value in (BEGUN | more).items() if value is not None})


def test_a_login_begins_without_a_key_and_tells_what_to_show(
    login: Logins, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEETBOT_API_KEY", "not-for-this")

    def look(it: Any) -> None:
        assert it.user_code == "BCDF-GHJK"
        assert it.verification_uri == "https://a/cli-auth"
        assert it.verification_uri_complete == "https://a/cli-auth?user_code=BCDF-GHJK"
        assert it.interval == 2
        assert it.expires_at == datetime(2026, 11, 22, 12, 10, tzinfo=timezone.utc)
        assert "n0nce" not in repr(it) and "BCDF-GHJK" in repr(it)

    with script(begun(), PENDING, PENDING, COMPLETE) as server:
        assert login(server, look) == "mb_live_1"
        first, second = server.requests[:2]
        assert (first.method, first.path, first.json) == ("POST", "/api/v1/cli-auth/init", {"clientName": "my program"})
        assert (second.method, second.path, second.body) == ("POST", "/api/v1/cli-auth/poll/n0nce", b"")
        assert all("Authorization" not in request.headers for request in server.requests)
    assert login.waits == [2, 2, 2]


def test_who_asks_too_early_asks_five_seconds_slower_from_then_on(login: Logins) -> None:
    early = Reply.of(429, {"error": "slow_down"})
    limited = Reply.of(429, {"error": "rate_limited"}, {"Retry-After": "30"})
    with script(begun(), early, PENDING, limited, COMPLETE) as server:
        assert login(server) == "mb_live_1"
    assert login.waits == [2, 7, 7, 30]


def test_a_server_in_trouble_is_asked_less_and_less_often(login: Logins) -> None:
    broken = Reply(200, b"{", announced=50)
    with script(begun(), Reply(503), broken, *[Reply(500)] * 5, COMPLETE) as server:
        assert login(server) == "mb_live_1"
    assert login.waits == [2, 4, 8, 16, 32, 60, 60, 60]


def test_what_is_not_told_has_the_standards_value(login: Logins) -> None:
    def look(it: Any) -> None:
        assert it.verification_uri_complete == it.verification_uri

    with script(begun(interval=None, verificationUriComplete=None), COMPLETE) as server:
        login(server, look)
    assert login.waits == [5]


def test_a_no_ends_it(login: Logins) -> None:
    with script(begun(), Reply.of(403, {"error": "denied"})) as server:
        with pytest.raises(MeetbotForbiddenError) as caught:
            login(server)
        assert caught.value.code == "denied"
        assert len(server.requests) == 2


def test_an_expired_code_ends_it(login: Logins) -> None:
    with script(begun(), Reply.of(410, {"error": "expired"})) as server:
        with pytest.raises(MeetbotTimeoutError, match="the code has expired"):
            login(server)


def test_nobody_is_asked_after_the_code_has_expired(login: Logins) -> None:
    with script(begun(interval=60), PENDING) as server:
        with pytest.raises(MeetbotTimeoutError, match="nobody approved it"):
            login(server)
        assert len(server.requests) == 1 + 10
    assert sum(login.waits) == 600


@pytest.mark.parametrize(
    "replies",
    [[Reply.of(200, {"hello": 1})], [begun(), Reply(200, b"<html>")], [begun(), Reply.of(200, {"apiKey": 1})]],
    ids=["no beginning", "no JSON", "no key"],
)
def test_an_answer_that_is_no_logins_is_told(login: Logins, replies: list[Reply]) -> None:
    with script(*replies) as server:
        with pytest.raises(MeetbotResponseError) as caught:
            login(server)
    assert "n0nce" not in str(caught.value)


def test_a_name_that_the_server_refuses_is_told(login: Logins) -> None:
    with script(Reply.of(400, {"error": "invalid_input"})) as server:
        with pytest.raises(MeetbotValidationError):
            login(server)


@pytest.mark.parametrize("options", [{"timeout": 0}, {"max_retries": -1}, {"base_url": "ftp://host"}], ids=str)
def test_settings_of_a_login_that_make_no_sense(login: Logins, options: dict[str, Any]) -> None:
    with script(begun()) as server:
        with pytest.raises(MeetbotUsageError):
            login(server, **options)
        assert server.requests == []


def test_a_given_http_client_stays_open(login: Logins) -> None:
    none_kept = httpx.Limits(max_keepalive_connections=0)  # they would belong to a loop that is over
    client: Any = httpx.Client() if login.blocking else httpx.AsyncClient(limits=none_kept)
    with script(begun(), COMPLETE) as server:
        login(server, http_client=client)
    assert not client.is_closed
    client.close() if login.blocking else asyncio.run(client.aclose())


def test_a_cancelled_wait_ends_the_polls() -> None:
    async def cancelled() -> None:
        with script(begun(interval=1), PENDING) as server:
            async with await AsyncDeviceLogin.start("p", base_url=server.url) as login:
                waiting = asyncio.create_task(login.wait())
                while len(server.requests) < 2:
                    await asyncio.sleep(0.05)
                waiting.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await waiting
            assert len(server.requests) == 2

    asyncio.run(cancelled())
