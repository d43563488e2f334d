"""The two clients. What they offer is written once, in `_api.py`."""

from __future__ import annotations

import asyncio
import random as dice
import time
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import TypeVar

import httpx

from ._api import Api
from ._drive import AsyncDriver, Driver
from ._groups import AccountApi, KeysApi, WebhooksApi
from ._methods import awaiting, awaiting_iterator, blocking, blocking_iterator
from ._retry import Retry
from ._steps import Flow
from ._wire import Wire
from .errors import MeetbotUsageError
from .groups import (
    AccountClient,
    AsyncAccountClient,
    AsyncKeysClient,
    AsyncWebhooksClient,
    KeysClient,
    WebhooksClient,
)

T = TypeVar("T")


class _Client:
    """What both clients are made of."""

    def __init__(
        self,
        api_key: str | None,
        base_url: str | None,
        timeout: float,
        max_retries: int,
        random: Callable[[], float],
        now: Callable[[], float],
        clock: Callable[[], float],
    ) -> None:
        self._wire = Wire.of(api_key, base_url, timeout, clock)
        self._retry = Retry.of(max_retries, random, now)
        self._api = Api(self._retry, clock)
        self._closed = False

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._wire.base_url!r})"

    def _open(self) -> None:
        if self._closed:
            raise MeetbotUsageError("the client is closed")


class MeetBot(_Client):
    """Sends bots into meetings, looks after them, and fetches what they recorded. Any thread may use it.

    `api_key` and `base_url` come from `MEETBOT_API_KEY` and `MEETBOT_API_BASE_URL` when they are None. `timeout` is
    how many seconds one attempt may take (a download: how long it may be silent). `max_retries` more attempts follow
    on 429, 500, 502, 503, 504 and broken connections. `proxy` is a URL; without one the environment's are used.
    `http_client` takes the place of a client of its own, and is not closed. `sleep`, `random` (draws from [0, 1)),
    `now` (seconds since 1970) and `clock` (seconds from anywhere) are for tests.

    `keys`, `webhooks` and `account` hold the calls about keys, deliveries and secrets, and the tenant with its credit.

    Use it in a `with`, or `close()` it; a second `close()` does nothing.
    """

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        timeout: float = 30.0,
        max_retries: int = 3,
        proxy: str | None = None,
        http_client: httpx.Client | None = None,
        sleep: Callable[[float], None] = time.sleep,
        random: Callable[[], float] = dice.random,
        now: Callable[[], float] = time.time,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(api_key, base_url, timeout, max_retries, random, now, clock)
        self._driver = Driver(self._wire, http_client, proxy, sleep)

    dispatch_bot = blocking(Api.dispatch_bot)
    dispatch = blocking(Api.dispatch)
    get_bot = blocking(Api.get_bot)
    list_bots = blocking(Api.list_bots)
    iter_bots = blocking_iterator(Api.iter_bots)
    cancel_bot = blocking(Api.cancel_bot)
    request_recording_permission = blocking(Api.request_recording_permission)
    pause_recording = blocking(Api.pause_recording)
    resume_recording = blocking(Api.resume_recording)
    stop_recording = blocking(Api.stop_recording)
    leave_bot = blocking(Api.leave_bot)
    send_chat_message = blocking(Api.send_chat_message)
    get_manifest = blocking(Api.get_manifest)
    download_artifact = blocking(Api.download_artifact)
    delete_artifacts = blocking(Api.delete_artifacts)
    compose_view = blocking(Api.compose_view)
    wait_for = blocking(Api.wait_for)

    @property
    def keys(self) -> KeysClient:
        """The tenant's keys."""
        return KeysClient(KeysApi(self._retry), self._run)

    @property
    def webhooks(self) -> WebhooksClient:
        """What became of webhooks, tests, and the signing secret."""
        return WebhooksClient(WebhooksApi(self._retry), self._run)

    @property
    def account(self) -> AccountClient:
        """The tenant that the key is of, and its credit."""
        return AccountClient(AccountApi(self._retry), self._run)

    def close(self) -> None:
        """Gives its connections back; a second call does nothing."""
        self._closed = True
        self._driver.close()

    def __enter__(self) -> MeetBot:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self, flow: Flow[T]) -> T:
        self._open()
        return self._driver.run(flow)


class AsyncMeetBot(_Client):
    """The same as `MeetBot`, to be awaited; for one event loop of asyncio.

    Use it in an `async with`, or await `close()`; a second `close()` does nothing.
    """

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        timeout: float = 30.0,
        max_retries: int = 3,
        proxy: str | None = None,
        http_client: httpx.AsyncClient | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        random: Callable[[], float] = dice.random,
        now: Callable[[], float] = time.time,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(api_key, base_url, timeout, max_retries, random, now, clock)
        self._driver = AsyncDriver(self._wire, http_client, proxy, sleep)

    dispatch_bot = awaiting(Api.dispatch_bot)
    dispatch = awaiting(Api.dispatch)
    get_bot = awaiting(Api.get_bot)
    list_bots = awaiting(Api.list_bots)
    iter_bots = awaiting_iterator(Api.iter_bots)
    cancel_bot = awaiting(Api.cancel_bot)
    request_recording_permission = awaiting(Api.request_recording_permission)
    pause_recording = awaiting(Api.pause_recording)
    resume_recording = awaiting(Api.resume_recording)
    stop_recording = awaiting(Api.stop_recording)
    leave_bot = awaiting(Api.leave_bot)
    send_chat_message = awaiting(Api.send_chat_message)
    get_manifest = awaiting(Api.get_manifest)
    download_artifact = awaiting(Api.download_artifact)
    delete_artifacts = awaiting(Api.delete_artifacts)
    compose_view = awaiting(Api.compose_view)
    wait_for = awaiting(Api.wait_for)

    @property
    def keys(self) -> AsyncKeysClient:
        """The tenant's keys."""
        return AsyncKeysClient(KeysApi(self._retry), self._run)

    @property
    def webhooks(self) -> AsyncWebhooksClient:
        """What became of webhooks, tests, and the signing secret."""
        return AsyncWebhooksClient(WebhooksApi(self._retry), self._run)

    @property
    def account(self) -> AsyncAccountClient:
        """The tenant that the key is of, and its credit."""
        return AsyncAccountClient(AccountApi(self._retry), self._run)

    async def close(self) -> None:
        """Gives its connections back; a second call does nothing."""
        self._closed = True
        await self._driver.close()

    async def __aenter__(self) -> AsyncMeetBot:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _run(self, flow: Flow[T]) -> T:
        self._open()
        return await self._driver.run(flow)
