"""The groups of both clients: `keys`, `webhooks`, `account`. What they offer is written once, in `_groups.py`."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Generic, Protocol, TypeVar

from ._groups import AccountApi, KeysApi, WebhooksApi
from ._methods import awaiting, awaiting_iterator, blocking, blocking_iterator
from ._steps import Flow

T = TypeVar("T")
A = TypeVar("A")


class _Run(Protocol):
    def __call__(self, flow: Flow[T], /) -> T: ...


class _AwaitedRun(Protocol):
    def __call__(self, flow: Flow[T], /) -> Awaitable[T]: ...


class _Group(Generic[A]):
    """Part of a client that has the result when it returns."""

    def __init__(self, api: A, run: _Run) -> None:
        self._api = api
        self._driver = run

    def _run(self, flow: Flow[T]) -> T:
        return self._driver(flow)


class _AsyncGroup(Generic[A]):
    """Part of a client whose results are awaited."""

    def __init__(self, api: A, run: _AwaitedRun) -> None:
        self._api = api
        self._driver = run

    async def _run(self, flow: Flow[T]) -> T:
        return await self._driver(flow)


class KeysClient(_Group[KeysApi]):
    """The tenant's keys, as `MeetBot.keys`. Needs a live key."""

    create = blocking(KeysApi.create)
    list = blocking(KeysApi.list)
    get = blocking(KeysApi.get)
    revoke = blocking(KeysApi.revoke)
    rotate = blocking(KeysApi.rotate)


class AsyncKeysClient(_AsyncGroup[KeysApi]):
    """The same as `KeysClient`, to be awaited, as `AsyncMeetBot.keys`."""

    create = awaiting(KeysApi.create)
    list = awaiting(KeysApi.list)
    get = awaiting(KeysApi.get)
    revoke = awaiting(KeysApi.revoke)
    rotate = awaiting(KeysApi.rotate)


class WebhooksClient(_Group[WebhooksApi]):
    """What became of webhooks, tests, and the signing secret, as `MeetBot.webhooks`."""

    deliveries = blocking(WebhooksApi.deliveries)
    redeliver = blocking(WebhooksApi.redeliver)
    test = blocking(WebhooksApi.test)
    rotate_secret = blocking(WebhooksApi.rotate_secret)


class AsyncWebhooksClient(_AsyncGroup[WebhooksApi]):
    """The same as `WebhooksClient`, to be awaited, as `AsyncMeetBot.webhooks`."""

    deliveries = awaiting(WebhooksApi.deliveries)
    redeliver = awaiting(WebhooksApi.redeliver)
    test = awaiting(WebhooksApi.test)
    rotate_secret = awaiting(WebhooksApi.rotate_secret)


class AccountClient(_Group[AccountApi]):
    """The tenant that the key is of, and its credit, as `MeetBot.account`."""

    me = blocking(AccountApi.me)
    credit = blocking(AccountApi.credit)
    ledger = blocking_iterator(AccountApi.ledger)
    erase_me = blocking(AccountApi.erase_me)


class AsyncAccountClient(_AsyncGroup[AccountApi]):
    """The same as `AccountClient`, to be awaited, as `AsyncMeetBot.account`."""

    me = awaiting(AccountApi.me)
    credit = awaiting(AccountApi.credit)
    ledger = awaiting_iterator(AccountApi.ledger)
    erase_me = awaiting(AccountApi.erase_me)
