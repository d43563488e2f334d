"""What the vectors do not say: settings, closing, pages, waiting, secrets, the surface."""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import httpx
import pytest
from conftest import KEY, Caller
from fake_meetbot import FakeMeetbot
from pydantic import ValidationError
from servers import BadServer, Reply, Request, Server
from typing_extensions import assert_type

from meetbot import (
    AccountClient,
    ApiKey,
    AsyncAccountClient,
    AsyncKeysClient,
    AsyncMeetBot,
    AsyncWebhooksClient,
    AutoLeaveConfig,
    CreditEntry,
    Dispatch,
    Delivery,
    Job,
    JoinConfig,
    KeysClient,
    MeetBot,
    MeetbotConflictError,
    MeetbotConnectionError,
    MeetbotNotFoundError,
    MeetbotResponseError,
    MeetbotServerError,
    MeetbotTimeoutError,
    MeetbotUsageError,
    MeetbotValidationError,
    NewApiKey,
    RequestRecordingPermissionResult,
    SecretRotation,
    WebhooksClient,
    verify_standard_webhook,
    verify_webhook_signature,
)

A_JOB = {"externalId": "e", "meetingUrl": "https://m.example/1", "platform": "p", "displayName": "n"}

A_CREDIT = {"billing": True, "currency": "USD", "balance": "4.995", "pricePerHour": "0.30"}


def job(number: int, status: str = "queued", **more: Any) -> dict[str, Any]:
    return {"id": f"j{number}", "status": status, **A_JOB, **more}


def pages(size: int, total: int) -> Server:
    """A server with so many jobs; the cursor is the number of the next one."""

    def answer(request: Request) -> Reply:
        start = int(request.query.get("cursor", 0))
        end = min(start + min(size, int(request.query.get("limit", size))), total)
        following = str(end) if end < total else None
        return Reply.of(200, {"jobs": [job(i) for i in range(start, end)], "nextCursor": following})

    return Server(answer)


def test_the_environment_is_used(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    with FakeMeetbot().serve() as server:
        monkeypatch.setenv("MEETBOT_API_KEY", "from-the-environment\n")
        monkeypatch.setenv("MEETBOT_API_BASE_URL", server.url + "/")
        assert call("get_bot", "j", on={"api_key": None}) is None
        assert server.requests[0].headers["Authorization"] == "Bearer from-the-environment"
        assert server.requests[0].headers["User-Agent"].startswith("meetbot-sdk-python/")


def test_without_a_base_url_it_is_the_published_one(call: Caller) -> None:
    assert repr(MeetBot(api_key=KEY)) == "MeetBot(base_url='https://api.meetbot.dev')"


@pytest.mark.parametrize("client", [MeetBot, AsyncMeetBot])
@pytest.mark.parametrize(
    "options",
    [
        {"api_key": None},
        {"api_key": " "},
        {"api_key": "mb_live_ü\r\nX: y"},
        {"base_url": "ftp://host"},
        {"base_url": "https://user:pass@host"},
        {"base_url": "host:8080"},
        {"base_url": "https://host?x=1"},
        {"timeout": 0},
        {"max_retries": -1},
    ],
    ids=str,
)
def test_settings_that_make_no_sense(client: Any, options: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MEETBOT_API_KEY", raising=False)
    with pytest.raises(MeetbotUsageError) as caught:
        client(**({"api_key": KEY} | options))
    assert "mb_live" not in str(caught.value) and "pass" not in str(caught.value).replace("pass api_key", "")


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("get_bot", {"job_id": ""}),
        ("cancel_bot", {"job_id": ".."}),
        ("pause_recording", {"job_id": "j", "idempotency_key": "a b"}),
        ("pause_recording", {"job_id": "j", "idempotency_key": ""}),
        ("download_artifact", {"job_id": "j", "name": "../../x", "destination": "."}),
        ("download_artifact", {"job_id": "j", "name": "/etc/x", "destination": "."}),
        ("download_artifact", {"job_id": "j", "name": "a\\b", "destination": "."}),
        ("wait_for", {"job_id": "j", "poll_interval": 0}),
        ("list_bots", {"limit": 0}),
        ("list_bots", {"created_after": datetime(2026, 1, 1)}),
        ("dispatch_bot", {"external_id": "e", "meeting_url": "u", "join_at": datetime(2026, 1, 1)}),
    ],
)
def test_what_cannot_be_sent_is_not_sent(method: str, arguments: dict[str, Any], call: Caller) -> None:
    with FakeMeetbot().serve() as server:
        with pytest.raises(MeetbotUsageError):
            call(method, on={"base_url": server.url}, **arguments)
        assert server.requests == []


def test_closing(call: Caller) -> None:
    with MeetBot(api_key=KEY) as client:
        pass
    client.close()
    with pytest.raises(MeetbotUsageError):
        client.get_bot("j")

    async def awaited() -> None:
        async with AsyncMeetBot(api_key=KEY) as client:
            pass
        await client.close()
        with pytest.raises(MeetbotUsageError):
            await client.get_bot("j")

    asyncio.run(awaited())


def test_a_client_that_was_given_stays_open() -> None:
    http = httpx.Client(transport=httpx.MockTransport(lambda request: httpx.Response(404)))
    with MeetBot(api_key=KEY, http_client=http) as client:
        assert client.get_bot("j") is None
    assert not http.is_closed
    http.close()


def test_list_bots_collects_all_pages(call: Caller) -> None:
    with pages(50, 120) as server:
        assert [j.id for j in call("list_bots", on={"base_url": server.url})] == [f"j{i}" for i in range(120)]
        assert len(server.requests) == 3


@pytest.mark.parametrize(("limit", "requests"), [(1, 1), (50, 1), (250, 2), (300, 2), (1000, 2)])
def test_list_bots_stops_at_its_limit(limit: int, requests: int, call: Caller) -> None:
    with pages(200, 300) as server:
        assert len(call("list_bots", limit=limit, on={"base_url": server.url})) == min(limit, 300)
        assert len(server.requests) == requests


def test_iter_bots_fetches_a_page_when_it_is_wanted() -> None:
    with pages(50, 120) as server:
        with MeetBot(api_key=KEY, base_url=server.url) as client:
            bots = client.iter_bots(page_size=10)
            assert server.requests == []
            assert [j.id for j in islice(bots, 11)][-1] == "j10"
            assert [r.query.get("limit") for r in server.requests] == ["10", "10"]

        async def awaited() -> None:
            async with AsyncMeetBot(api_key=KEY, base_url=server.url) as client:
                seen = 0
                async for _ in client.iter_bots():
                    seen += 1
                    if seen == 51:
                        break

        server.requests.clear()
        asyncio.run(awaited())
        assert len(server.requests) == 2


def test_iter_bots_gives_all(call: Caller) -> None:
    with pages(50, 120) as server:
        assert len(call("iter_bots", on={"base_url": server.url})) == 120


@pytest.mark.parametrize(("status", "created"), [(201, True), (200, False)])
def test_dispatch_tells_whether_the_job_is_new(call: Caller, status: int, created: bool) -> None:
    with Server.script(Reply.of(status, job(1))) as server:
        told = call("dispatch", external_id="e", meeting_url="https://m.example/1", on={"base_url": server.url})
    assert (told.job.id, told.created) == (job(1)["id"], created)


def test_wait_for_the_end(call: Caller) -> None:
    with FakeMeetbot().serve() as server:
        on = {"base_url": server.url}
        sent = call("dispatch_bot", external_id="e", meeting_url="https://m.example/1", on=on)
        assert call("wait_for", sent.id, "recording", poll_interval=2, on=on).status == "recording"
        assert call.waits == [2, 2]
        assert call("wait_for", sent.id, on=on).status == "completed"
        assert call("wait_for", sent.id, ["recording"], on=on).status == "completed"


def test_wait_for_an_end_that_this_version_does_not_know(call: Caller) -> None:
    reply = Reply.of(200, job(1, "dreamt", endedAt="2026-11-22T12:00:00.000Z"))
    with Server.script(reply) as server:
        assert call("wait_for", "j1", on={"base_url": server.url}).status == "dreamt"


def test_wait_for_gives_up(call: Caller) -> None:
    with Server(lambda request: Reply.of(200, job(1))) as server:
        # Time goes by in the sleeps only.
        with pytest.raises(MeetbotTimeoutError):
            call("wait_for", "j1", timeout=12, on={"base_url": server.url, "clock": lambda: sum(call.waits)})
        assert call.waits == [5, 5, 2]


def test_wait_for_an_unknown_job(call: Caller) -> None:
    with FakeMeetbot().serve() as server, pytest.raises(MeetbotNotFoundError):
        call("wait_for", "j1", on={"base_url": server.url})


def test_a_broken_connection_is_tried_again(call: Caller) -> None:
    with BadServer("closed") as bad:
        with pytest.raises(MeetbotConnectionError):
            call("get_bot", "j", on={"base_url": bad.url, "max_retries": 2, "random": lambda: 0.5})
        assert bad.connections == 3
        assert call.waits == [0.25, 0.5]


def test_an_answer_without_an_end_is_refused(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meetbot._steps.Receiver.MOST_BYTES", 1000)
    with Server(lambda request: Reply(200, b" " * 2000)) as server, pytest.raises(MeetbotResponseError):
        call("get_bot", "j", on={"base_url": server.url})


def test_an_answer_that_cannot_be_decoded_is_not_tried_again(call: Caller) -> None:
    with Server(lambda request: Reply(200, b"no gzip", {"Content-Encoding": "gzip"})) as server:
        with pytest.raises(MeetbotResponseError):
            call("get_bot", "j", on={"base_url": server.url, "max_retries": 3})
        assert len(server.requests) == 1


def test_a_redirect_takes_the_key_nowhere(call: Caller) -> None:
    with FakeMeetbot().serve() as other:
        with Server(lambda request: Reply(307, b"", {"Location": other.url})) as server:
            with pytest.raises(MeetbotResponseError):
                call("get_bot", "j", on={"base_url": server.url})
        assert other.requests == []


def test_a_base_url_with_a_path(call: Caller) -> None:
    with Server(lambda request: Reply.of(200, job(1))) as server:
        call("get_bot", "j1", on={"base_url": server.url + "/meetbot/"})
        assert server.requests[0].path == "/meetbot/api/v1/jobs/j1"


def test_an_error_of_validation_tells_its_issues(call: Caller) -> None:
    with FakeMeetbot().serve() as server, pytest.raises(MeetbotValidationError) as caught:
        call("dispatch_bot", external_id="bad", meeting_url="not-a-url", on={"base_url": server.url})
    assert caught.value.body["issues"][0]["path"] == ["meetingUrl"]


def test_retry_after_is_told_when_it_is_too_long(call: Caller) -> None:
    reply = Reply.of(503, {"error": "at_capacity"}, {"Retry-After": "90"})
    with Server.script(reply) as server, pytest.raises(MeetbotServerError) as caught:
        call("get_bot", "j", on={"base_url": server.url, "max_retries": 3})
    assert caught.value.retry_after == 90 and call.waits == []


def test_cancelling_the_task_ends_the_call() -> None:
    async def awaited() -> None:
        with BadServer("silent") as bad:
            async with AsyncMeetBot(api_key=KEY, base_url=bad.url) as client:
                task = asyncio.create_task(client.get_bot("j"))
                while bad.connections == 0:
                    await asyncio.sleep(0)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task

    asyncio.run(awaited())


def test_secrets_are_not_shown(call: Caller, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with FakeMeetbot().serve() as server:
        client = MeetBot(api_key=KEY, base_url=server.url)
        client.get_bot("j")
        client.close()
        assert KEY not in repr(client) + repr(vars(client)) + caplog.text
    assert "s3cret" not in repr(JoinConfig(passcode="s3cret")) + str(JoinConfig(passcode="s3cret"))
    with pytest.raises(ValidationError) as caught:
        JoinConfig(passcode=["s3cret"])  # type: ignore[arg-type]
    assert "s3cret" not in str(caught.value)


def test_a_misspelt_setting_is_told_of() -> None:
    with pytest.raises(ValidationError):
        AutoLeaveConfig(after_max_second=3)  # type: ignore[call-arg]


def test_what_a_job_says_can_be_used_for_the_next_one(call: Caller) -> None:
    said = Job.model_validate_json(
        '{"id": "j", "externalId": "e", "meetingUrl": "https://m.example/1", "platform": "p", "status": "queued",'
        ' "displayName": "n", "autoLeave": {"afterMaxSeconds": 60, "afterSunset": true}}'
    )
    with FakeMeetbot().serve() as server:
        call("dispatch_bot", external_id="e2", meeting_url="https://m.example/1", auto_leave=said.auto_leave,
             on={"base_url": server.url})  # fmt: skip
        assert server.requests[0].json["autoLeave"] == {"afterMaxSeconds": 60, "afterSunset": True}


def test_answers_show_no_secrets() -> None:
    key = NewApiKey(id="k", name="n", scope="live", api_key="s3cret")
    rotation = SecretRotation(webhook_secret="s3cret")
    delivery = Delivery(delivery_id="d", job_id="j", event="e", url="https://a/s3cret", version=2, state="dead")
    sent = Job.model_validate(job(1) | {"meetingUrl": "https://m/?pwd=s3cret", "webhooks": {"onFinalize": "s3cret"}})
    for model in (key, rotation, delivery, sent):
        assert "s3cret" not in repr(model) + str(model)


def test_the_ledger_is_read_page_by_page(call: Caller) -> None:
    def answer(request: Request) -> Reply:
        cursor = request.query.get("cursor", "0")
        entry = {"id": cursor, "kind": "usage", "amount": "-0.005", "at": "2026-11-22T12:00:00.000Z"}
        following = str(int(cursor) + 1) if cursor < "2" else None
        return Reply.of(200, A_CREDIT | {"entries": [entry], "nextCursor": following})

    with Server(answer) as server:
        entries = call("account.ledger", page_size=1, on={"base_url": server.url})
    assert [entry.id for entry in entries] == ["0", "1", "2"]
    assert entries[0].amount == Decimal("-0.005")
    assert [request.query for request in server.requests] == [
        {"limit": "1"}, {"limit": "1", "cursor": "1"}, {"limit": "1", "cursor": "2"},
    ]  # fmt: skip


def test_an_id_of_a_group_is_one_segment(call: Caller) -> None:
    for method in ("keys.get", "keys.revoke", "keys.rotate", "webhooks.redeliver", "webhooks.deliveries"):
        with pytest.raises(MeetbotUsageError):
            call(method, "..")


async def types_are_known(blocking: MeetBot, awaiting: AsyncMeetBot) -> None:
    """Never run: mypy reads it. The methods are made of flows, and must have kept their types."""
    assert_type(blocking.get_bot("j"), Job | None)
    assert_type(await awaiting.get_bot("j"), Job | None)
    assert_type(blocking.list_bots(status="queued"), list[Job])
    assert_type(blocking.iter_bots(), Iterator[Job])
    assert_type(awaiting.iter_bots(), AsyncIterator[Job])
    assert_type(blocking.cancel_bot("j"), None)
    assert_type(await asyncio.create_task(awaiting.leave_bot("j")), RequestRecordingPermissionResult)
    assert_type(blocking.download_artifact("j", "n", "d"), Path)
    assert_type(blocking.keys.list(), list[ApiKey])
    assert_type(await awaiting.keys.create("n", "live"), NewApiKey)
    assert_type(await awaiting.webhooks.rotate_secret(), SecretRotation)
    assert_type(blocking.account.ledger(), Iterator[CreditEntry])
    assert_type(awaiting.account.ledger(), AsyncIterator[CreditEntry])
    assert_type(blocking.dispatch_bot(external_id="e", meeting_url="u"), Job)
    assert_type(await awaiting.dispatch(external_id="e", meeting_url="u"), Dispatch)
    blocking.get_bot(3)  # type: ignore[arg-type]
    blocking.dispatch_bot(external_id="e")  # type: ignore[call-arg]


def test_both_clients_have_the_same_surface() -> None:
    def surface(client: type) -> dict[str, str]:
        methods = inspect.getmembers(client, inspect.isfunction)
        return {name: str(inspect.signature(method)) for name, method in methods if not name.startswith("_")}

    blocking, awaiting = surface(MeetBot), surface(AsyncMeetBot)
    assert awaiting == blocking | {"iter_bots": blocking["iter_bots"].replace("Iterator", "AsyncIterator")}
    assert len(blocking) == 18
    assert blocking["get_bot"] == "(self, job_id: 'str') -> 'Job | None'"
    assert blocking["iter_bots"].endswith("-> 'Iterator[Job]'")
    for client in (MeetBot, AsyncMeetBot):
        assert all(getattr(client, name).__doc__ for name in blocking)
    for group, awaited in (
        (KeysClient, AsyncKeysClient),
        (WebhooksClient, AsyncWebhooksClient),
        (AccountClient, AsyncAccountClient),
    ):
        methods = {name: text.replace("-> 'Iter", "-> 'AsyncIter") for name, text in surface(group).items()}
        assert surface(awaited) == methods and len(methods) >= 4
        assert all(getattr(group, name).__doc__ for name in methods)


@pytest.mark.parametrize("header", [None, "", b"sha256=", 7, "\ud800", ["sha256=" + "0" * 64]])
def test_a_header_of_any_kind_verifies_nothing(header: Any) -> None:
    assert verify_webhook_signature(body=b"{}", header=header, secret="whsec_x") is False
    headers = {"webhook-id": "i", "webhook-timestamp": "0", "webhook-signature": header}
    assert verify_standard_webhook(body=b"{}", headers=headers, secret="whsec_AAAA", now=0) is False


def test_py_typed_is_there() -> None:
    import meetbot

    assert (Path(meetbot.__file__).parent / "py.typed").exists()


def test_a_conflict_says_in_which_state_the_job_is(call: Caller) -> None:
    body = {"error": "invalid_state", "message": "no", "status": "queued", "requestId": "r"}
    with Server.script(Reply.of(409, body)) as server, pytest.raises(MeetbotConflictError) as caught:
        call("pause_recording", "j", on={"base_url": server.url})
    assert caught.value.body["status"] == "queued"
