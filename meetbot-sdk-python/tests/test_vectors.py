"""The vectors that both SDKs and the server share, each against both clients and real servers."""

from __future__ import annotations

import json
import re
from datetime import datetime
from decimal import Decimal
from typing import Any

import httpx
import pytest
from conftest import KEY, ROOT, Caller, instant, raw_vectors, snake, vectors
from pydantic import BaseModel
from servers import BadServer, Reply, Server

import meetbot
from meetbot import (
    AutoLeaveConfig,
    ConsentConfig,
    JoinConfig,
    MeetbotApiError,
    MeetbotError,
    MeetbotResponseError,
    RecordingConfig,
    parse_webhook_event,
    verify_standard_webhook,
    verify_webhook_signature,
)

OPENAPI = "dev/meetbot/jaxrs/openapi/openapi.json"
KINDS = {
    "validation": meetbot.MeetbotValidationError,
    "unauthorized": meetbot.MeetbotUnauthorizedError,
    "forbidden": meetbot.MeetbotForbiddenError,
    "not_found": meetbot.MeetbotNotFoundError,
    "conflict": meetbot.MeetbotConflictError,
    "rate_limit": meetbot.MeetbotRateLimitError,
    "server": meetbot.MeetbotServerError,
    "api": meetbot.MeetbotApiError,
    "response": meetbot.MeetbotResponseError,
    "connection": meetbot.MeetbotConnectionError,
    "timeout": meetbot.MeetbotTimeoutError,
}
PARTS = {"autoLeave": AutoLeaveConfig, "recording": RecordingConfig, "consent": ConsentConfig, "join": JoinConfig}
A_VERB = {"jobId": "j", "verb": "pause-recording", "requestId": "r", "accepted": True, "status": "recording"}
A_JOB = {
    "id": "j", "externalId": "e", "meetingUrl": "https://m.example/1", "platform": "p", "status": "queued",
    "displayName": "n",
}  # fmt: skip
A_PAGE: dict[str, Any] = {"jobs": [], "nextCursor": None}
A_KEY = {"id": "k", "name": "n", "scope": "live", "apiKey": "a"}
A_DELIVERY = {"deliveryId": "d", "jobId": "j", "event": "e", "url": "u", "version": 2, "state": "dead"}
A_CREDIT = {"billing": False, "currency": "USD", "balance": "0", "pricePerHour": "0.30"}
GOOD = {
    "/webhooks/test": {"deliveryId": "d", "delivered": True},
    "/rotate-secret": {"webhookSecret": "s"},
    "/redeliver": A_DELIVERY,
    "/deliveries": {"deliveries": [A_DELIVERY]},
    "/compositions": {"jobId": "j", "name": "n", "status": "queued"},
    "/consumers/me": {"id": "t", "name": "n"},
    "/credit": A_CREDIT,
}
A_MANIFEST = {"version": 1, "job": {"id": "j"}, "files": []}


def only(vector: dict[str, Any], *names: str) -> None:
    """A field that the test does not know must not go untested."""
    assert set(vector) <= set(names), set(vector) - set(names)


def python_name(method: str) -> str:
    return "get_manifest" if method == "manifest" else snake(method)


def python_arguments(arguments: dict[str, Any]) -> dict[str, Any]:
    def value(name: str, given: Any) -> Any:
        if name in PARTS:
            return PARTS[name](**{snake(key): part for key, part in given.items()})
        return instant(given) if name in ("joinAt", "createdAfter", "expiresAt") else given

    return {snake(name): value(name, given) for name, given in arguments.items()}


def anything(request: Any) -> Reply:
    """A good answer to whatever was asked."""
    if request.method == "DELETE":
        return Reply(204)
    if "/artifacts/" in request.path:
        return Reply(200, b"hello")
    for end, body in GOOD.items():
        if request.path.endswith(end):
            return Reply.of(200, body)
    if request.path.startswith("/api/v1/keys"):
        listed = request.method == "GET" and request.path == "/api/v1/keys"
        return Reply.of(200, {"keys": [A_KEY]} if listed else A_KEY)
    if request.path.endswith("/manifest"):
        return Reply.of(200, A_MANIFEST)
    if request.path == "/api/v1/jobs":
        return Reply.of(201, A_JOB) if request.method == "POST" else Reply.of(200, A_PAGE)
    return Reply.of(202, A_VERB) if request.method == "POST" else Reply.of(200, A_JOB)


@pytest.mark.parametrize("vector", vectors("requests"))
def test_request(vector: dict[str, Any], call: Caller, tmp_path: Any) -> None:
    only(vector, "name", "method", "arguments", "request")
    arguments = python_arguments(vector["arguments"])
    if vector["method"] == "downloadArtifact":
        arguments["destination"] = tmp_path / "file"
    with Server(anything) as server:
        call(python_name(vector["method"]), on={"base_url": server.url}, **arguments)
    expected = vector["request"]
    only(expected, "method", "path", "query", "body", "headers")
    sent = server.requests[-1]
    assert (sent.method, sent.path, sent.query) == (expected["method"], expected["path"], expected["query"])
    assert sent.json == expected["body"]
    assert sent.headers["Authorization"] == f"Bearer {KEY}"
    assert sent.headers["Accept"] == ("*/*" if vector["method"] == "downloadArtifact" else "application/json")
    assert (sent.headers.get("Content-Type") == "application/json") == (expected["body"] is not None)
    assert bool(sent.headers.get("Idempotency-Key")) == (sent.method == "POST")
    assert expected.get("headers", {}).items() <= sent.headers.items()


def says(model: Any, expected: Any, name: str = "") -> None:
    """Fails unless the model has all of that."""
    if isinstance(model, BaseModel):
        by_wire = {field.alias or key: getattr(model, key) for key, field in type(model).model_fields.items()}
        by_wire |= model.model_extra or {}
        for key, value in expected.items():
            says(by_wire.get(key), value, f"{name}.{key}")
    elif isinstance(expected, list) and isinstance(model, list):
        assert len(model) == len(expected), name
        for mine, theirs in zip(model, expected, strict=True):
            says(mine, theirs, name)
    elif isinstance(model, Decimal):
        assert str(model) == expected, name
    elif isinstance(model, datetime):
        assert model == instant(expected), name
    elif isinstance(model, dict) and name.startswith(".participants"):
        assert expected.items() <= model.items()
    else:
        assert model == expected, name


ARGUMENTS = {
    "dispatchBot": {"external_id": "e", "meeting_url": "https://m.example/1"},
    "listBots": {},
    "sendChatMessage": {"job_id": "j", "message": "hi"},
    "composeView": {"job_id": "j", "layout": "gallery"},
    "webhooks.redeliver": {"delivery_id": "d"},
    "webhooks.test": {"url": "https://a.example"},
    "webhooks.rotateSecret": {},
    "keys.create": {"name": "n", "scope": "live"},
    "keys.list": {},
    "keys.get": {"key_id": "k"},
    "keys.revoke": {"key_id": "k"},
    "keys.rotate": {"key_id": "k"},
    "account.me": {},
    "account.credit": {},
    "account.eraseMe": {},
}


@pytest.mark.parametrize("vector", vectors("answers"))
def test_answer(vector: dict[str, Any], call: Caller) -> None:
    only(vector, "name", "method", "status", "headers", "body", "expect")
    method, expected = vector["method"], vector["expect"]
    more = [Reply.of(200, A_PAGE)] if method == "listBots" and expected["nextCursor"] else []
    with Server.script(Reply.of(vector["status"], vector["body"], vector["headers"]), *more) as server:
        result = call(
            python_name(method), on={"base_url": server.url}, **ARGUMENTS.get(method, {"job_id": "j"})
        )
    if method == "listBots":
        says(result, expected["jobs"])
        assert [request.query.get("cursor") for request in server.requests][1:] == (
            [expected["nextCursor"]] if more else []
        )
    elif expected is None:
        assert result is None
    else:
        says(result, expected)


def test_every_operation_is_called_or_left_out_on_purpose() -> None:
    asked = [(vector["request"]["method"], vector["request"]["path"]) for vector in raw_vectors("requests")]
    left_out = {vector["name"] for vector in raw_vectors("not-called")}
    document = json.loads((ROOT / "meetbot-jaxrs/src/main/resources" / OPENAPI).read_text("utf-8"))
    called: set[str] = set()
    others: set[str] = set()
    for path, methods in document["paths"].items():
        pattern = re.sub(r"\{\w+\}", "[^/]+", path.replace("{name}", ".+"))
        for method, operation in methods.items():
            fits = any(m == method.upper() and re.fullmatch(pattern, p) for m, p in asked)
            (called if fits else others).add(operation["operationId"])
    assert len(called) > 25
    assert others == left_out


@pytest.mark.parametrize("vector", vectors("errors"))
def test_error(vector: dict[str, Any], call: Caller) -> None:
    only(vector, "name", "status", "headers", "body", "failure", "error", "code")
    with pytest.raises(MeetbotError) as caught:
        if "failure" in vector:
            seconds = 0.3 if vector["error"] == "timeout" else 30
            with BadServer(vector["failure"]) as bad:
                call("pause_recording", "j", on={"base_url": bad.url, "timeout": seconds})
        else:
            with Server.script(Reply.of(vector["status"], vector["body"], vector["headers"])) as server:
                call("pause_recording", "j", on={"base_url": server.url})
    error = caught.value
    assert type(error) is KINDS[vector["error"]]
    assert KEY not in repr(error) + str(error)
    if isinstance(error, MeetbotApiError):
        body = vector["body"]
        assert (error.status, error.code) == (vector["status"], vector["code"])
        assert error.body == (json.loads(body) if isinstance(body, str) and body.startswith("[") else body)
        if isinstance(body, dict) and "requestId" in body:
            assert error.request_id == body["requestId"]
            assert str(error) == f"{error.status} {error.code}: {body['message']} ({body['requestId']})"


class Scripted(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers and fails by a script."""

    def __init__(self, answers: list[dict[str, Any]]) -> None:
        self.left = list(answers)
        self.keys: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.keys.append(request.headers["Idempotency-Key"])
        answer = self.left.pop(0)
        if "failure" in answer:
            only(answer, "failure")
            raise {"connection": httpx.ConnectError, "timeout": httpx.ReadTimeout}[answer["failure"]]("scripted")
        only(answer, "status", "headers")
        return httpx.Response(answer["status"], headers=answer["headers"], json=A_VERB)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)


@pytest.mark.parametrize("vector", vectors("retries"))
def test_retry(vector: dict[str, Any], call: Caller) -> None:
    only(vector, "name", "maxRetries", "random", "now", "answers", "delays", "outcome")
    transport = Scripted(vector["answers"])
    http = httpx.Client(transport=transport) if call.blocking else httpx.AsyncClient(transport=transport)
    draws = iter(vector["random"])
    options = {
        "http_client": http,
        "max_retries": vector["maxRetries"],
        "random": lambda: next(draws),
        "now": lambda: vector.get("now", 0),
    }
    outcome = None
    try:
        call("pause_recording", "j", on=options)
    except MeetbotError as error:
        outcome = type(error)
    assert outcome is (None if vector["outcome"] == "ok" else KINDS[vector["outcome"]])
    assert call.waits == vector["delays"]
    assert transport.left == []
    assert len(transport.keys) == len(vector["answers"]) and len(set(transport.keys)) == 1


@pytest.mark.parametrize("vector", vectors("webhooks"))
def test_webhook(vector: dict[str, Any]) -> None:
    only(
        vector, "name", "secret", "body", "signature", "standard", "now", "valid", "event", "signedWith", "attempt"
    )
    secret, valid, signature = vector["secret"], vector["valid"], vector["signature"]
    standard = vector["standard"]
    headers = {name.title(): value for name, value in (standard or {}).items() if value is not None}
    for body in (vector["body"], vector["body"].encode()):
        if signature is not None or standard is None:
            assert verify_webhook_signature(body=body, header=signature, secret=secret) is valid
        if standard is not None or signature is None:
            result = verify_standard_webhook(body=body, headers=headers, secret=secret, now=vector["now"])
            assert result is valid
        if vector["event"] is not None:
            says(parse_webhook_event(body), vector["event"])
        elif valid:
            with pytest.raises(MeetbotResponseError):
                parse_webhook_event(body)
