"""The calls of the API in groups: webhooks, keys, the account. As flows, like those in `_api.py`."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from . import _requests
from ._answers import read
from ._retry import Retry
from ._steps import Call, Flow
from .errors import MeetbotNotFoundError
from .models import (
    ApiKey,
    ApiKeyList,
    Credit,
    CreditEntry,
    Delivery,
    DeliveryList,
    NewApiKey,
    SecretRotation,
    Tenant,
    WebhookTestResult,
)


@dataclass(frozen=True)
class WebhooksApi:
    """What became of webhooks, tests, and the signing secret."""

    retry: Retry

    def deliveries(self, job_id: str) -> Flow[list[Delivery]]:
        """A job's deliveries with their attempts, in the order of their events."""
        answer = yield from self.retry.exchange(Call("GET", f"{_requests.job_path(job_id)}/deliveries"))
        return read(DeliveryList, answer.body).deliveries

    def redeliver(self, delivery_id: str, *, idempotency_key: str | None = None) -> Flow[Delivery]:
        """Sends a delivered or dead one again, under its id; enables its URL, if that was disabled."""
        path = f"{_requests.path('/api/v1/deliveries', delivery_id)}/redeliver"
        answer = yield from self.retry.exchange(_requests.post(path, None, idempotency_key))
        return read(Delivery, answer.body)

    def test(
        self, url: str, *, version: int | None = None, idempotency_key: str | None = None
    ) -> Flow[WebhookTestResult]:
        """Has the server send one `webhook.test` event there, at once. `version` of the envelope: 1 or 2."""
        body = _requests.given(url=url, version=version)
        answer = yield from self.retry.exchange(_requests.post("/api/v1/webhooks/test", body, idempotency_key))
        return read(WebhookTestResult, answer.body)

    def rotate_secret(self, *, idempotency_key: str | None = None) -> Flow[SecretRotation]:
        """Makes a new signing secret, which is shown only in this answer; both sign for 24 hours.

        Needs a live key.
        """
        call = _requests.post("/api/v1/webhooks/rotate-secret", None, idempotency_key)
        return read(SecretRotation, (yield from self.retry.exchange(call)).body)


@dataclass(frozen=True)
class KeysApi:
    """The tenant's keys. Needs a live key."""

    retry: Retry

    def create(
        self, name: str, scope: str, *, expires_at: datetime | None = None, idempotency_key: str | None = None
    ) -> Flow[NewApiKey]:
        """Makes a key, which is shown only in this answer. `scope`: `live`, `test`, `intake`.

        `expires_at` must have a time zone; without it the key does not expire.
        """
        body = _requests.given(name=name, scope=scope, expiresAt=_requests.time(expires_at))
        answer = yield from self.retry.exchange(_requests.post("/api/v1/keys", body, idempotency_key))
        return read(NewApiKey, answer.body)

    def list(self) -> Flow[builtins.list[ApiKey]]:
        """All keys, also those that are revoked or have expired."""
        answer = yield from self.retry.exchange(Call("GET", "/api/v1/keys"))
        return read(ApiKeyList, answer.body).keys

    def get(self, key_id: str) -> Flow[ApiKey | None]:
        """The key of that id; None when there is none."""
        try:
            answer = yield from self.retry.exchange(Call("GET", _requests.path("/api/v1/keys", key_id)))
        except MeetbotNotFoundError:
            return None
        return read(ApiKey, answer.body)

    def revoke(self, key_id: str) -> Flow[None]:
        """Revokes a key from the next request on; running bots go on. Again it does nothing."""
        yield from self.retry.exchange(Call("DELETE", _requests.path("/api/v1/keys", key_id)))

    def rotate(
        self, key_id: str, *, overlap_seconds: int | None = None, idempotency_key: str | None = None
    ) -> Flow[NewApiKey]:
        """Makes a key in place of that one, which goes on for the overlap: a day without it, at most 7, 0 for none."""
        body = None if overlap_seconds is None else {"overlapSeconds": overlap_seconds}
        call = _requests.post(f"{_requests.path('/api/v1/keys', key_id)}/rotate", body, idempotency_key)
        return read(NewApiKey, (yield from self.retry.exchange(call)).body)


@dataclass(frozen=True)
class AccountApi:
    """The tenant that the key is of, and its credit."""

    retry: Retry

    def me(self) -> Flow[Tenant]:
        """Whose key this is."""
        return read(Tenant, (yield from self.retry.exchange(Call("GET", "/api/v1/consumers/me"))).body)

    def credit(self, *, limit: int | None = None, cursor: str | None = None) -> Flow[Credit]:
        """What is left, and a page of the ledger, newest first. Needs a live key.

        `limit` is how many entries the page has, from 1 to 200 (the server takes 50 without it); `cursor` is the
        `next_cursor` of the page before.
        """
        query = _requests.given(limit=None if limit is None else str(limit), cursor=cursor)
        return read(Credit, (yield from self.retry.exchange(Call("GET", "/api/v1/credit", query=query))).body)

    def ledger(self, *, page_size: int | None = None) -> Iterator[Flow[list[CreditEntry]]]:
        """The ledger, newest first; each page is fetched when its first entry is asked for. Needs a live key.

        `page_size` is from 1 to 200; the server takes 50 without it.
        """
        cursor: str | None = None

        def page() -> Flow[list[CreditEntry]]:
            nonlocal cursor
            found = yield from self.credit(limit=page_size, cursor=cursor)
            cursor = found.next_cursor
            return found.entries

        yield page()
        while cursor is not None:
            yield page()

    def erase_me(self) -> Flow[None]:
        """Deletes the tenant with its jobs, recordings and keys, for good; bots that are under way are called back.

        The key that asked opens nothing any more. Needs a live key.
        """
        yield from self.retry.exchange(Call("DELETE", "/api/v1/consumers/me"))
