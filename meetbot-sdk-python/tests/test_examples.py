"""The examples and every Python block of the documentation run as they stand."""

from __future__ import annotations

import hashlib
import hmac
import os
import queue
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import KEY, ROOT, vectors
from fake_meetbot import SOUND, FakeMeetbot
from servers import Server
from werkzeug.serving import make_server

from meetbot import MeetBot

EXAMPLES = Path(__file__).parent / "examples"
PAGES = [
    ROOT / "docs/sdk-python.md",
    ROOT / "meetbot-sdk-python/README.md",
    ROOT / "docs/start.md",
    ROOT / "docs/webhooks.md",
]
SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="


def run(text: str, **known: Any) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "__main__", **known}
    exec(compile(text, "example", "exec"), names)
    return names


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    defaults = MeetBot.__init__.__kwdefaults__
    assert defaults is not None
    monkeypatch.setitem(defaults, "sleep", waited.append)
    return waited


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with FakeMeetbot().serve() as server:
        monkeypatch.setenv("MEETBOT_API_BASE_URL", server.url)
        monkeypatch.setenv("MEETBOT_API_KEY", KEY)
        monkeypatch.setenv("MEETBOT_WEBHOOK_SECRET", SECRET)
        yield server


def test_dispatch_and_poll(server: Server, waits: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    run((EXAMPLES / "dispatch_and_poll.py").read_text("utf-8"))
    lines = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"dispatched 019e2f0a-\S+ → queued", lines[0])
    assert lines[1:6] == ["joining", "in_call", "recording", "finalizing", "completed"]
    assert re.fullmatch(r"manifest: https://\S+/manifest", lines[6])
    assert waits == [5, 5, 5, 5]


def test_async_dispatch(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    run((EXAMPLES / "async_dispatch.py").read_text("utf-8"))
    assert re.fullmatch(r"019e2f0a-\S+ queued 2026-05-15 14:00:00\+00:00\n", capsys.readouterr().out)
    sent = server.requests[0].json
    assert sent["webhooks"] == {"onFinalize": "https://api.acme.example/meetbot/finalize"}
    assert sent["autoLeave"] == {"afterEntryDelaySeconds": 300, "afterMaxSeconds": 7200, "onBotDetected": True}


def test_flask_webhook(server: Server) -> None:
    heard: list[Any] = []
    text = (EXAMPLES / "flask_webhook.py").read_text("utf-8")
    client = run(text, process_recording_async=lambda *what: heard.append(what))["app"].test_client()
    body = b'{"event":"job.finalized","data":{"event":"job.finalized","jobId":"j","manifestUri":"https://m"}}'
    signature = "sha256=" + hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()

    def post(**headers: str) -> int:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        status: int = client.post(
            "/webhook/meetbot", data=body, headers=named, content_type="application/json"
        ).status_code
        return status

    assert post() == 401
    assert post(X_Meetbot_Signature="sha256=" + "0" * 64) == 401
    assert heard == []
    assert post(X_Meetbot_Signature=signature) == 200
    assert heard == [("j", "https://m")]


def blocks() -> Iterator[Any]:
    for page in PAGES:
        for number, text in enumerate(re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.DOTALL)):
            yield pytest.param(text, id=f"{page.name}-{number}")


@pytest.mark.parametrize("text", list(blocks()))
def test_block_of_the_documentation(
    text: str, server: Server, waits: list[float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run(text, process_recording_async=lambda *what: None)
    for file in tmp_path.rglob("audio.mixed.webm"):
        assert file.read_bytes() == SOUND


@pytest.mark.parametrize("vector", vectors("webhooks"))
def test_the_page_about_webhooks_verifies(vector: dict[str, Any]) -> None:
    [text] = re.findall(r"```python\n(.*?)```", (ROOT / "docs/webhooks.md").read_text("utf-8"), re.DOTALL)
    page = run(text)
    body, standard, signature = vector["body"].encode(), vector["standard"], vector["signature"]
    secrets = [vector["secret"], "whsec_b3RoZXIgc2VjcmV0"]
    headers = {name: value for name, value in (standard or {}).items() if value is not None}
    if standard is not None or signature is None:
        assert page["standard"](body, headers, secrets, vector["now"]) is vector["valid"]
    if standard is None or signature is not None:
        assert page["published"](body, signature, secrets) is vector["valid"]


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.stem)
def test_the_page_shows_the_example(example: Path) -> None:
    assert f"```python\n{example.read_text('utf-8')}```" in PAGES[0].read_text("utf-8")


LIVE = "MEETBOT_TEST_MEETING_URL"
live = pytest.mark.skipif(LIVE not in os.environ, reason=f"runs against the environment's server when {LIVE} is set")


@live
@pytest.mark.parametrize("name", ["dispatch_and_poll", "async_dispatch"])
def test_against_a_running_server(name: str) -> None:
    text = (EXAMPLES / f"{name}.py").read_text("utf-8")
    text, changed = re.subn(r"https://meet\.google\.com/[a-z-]+", os.environ[LIVE], text)
    assert changed == 1
    pause = time.sleep
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "sleep", lambda seconds: pause(seconds / 20))
        run(text)


@live
def test_flask_webhook_from_a_running_server() -> None:
    heard: queue.Queue[tuple[str, str]] = queue.Queue()
    text = (EXAMPLES / "flask_webhook.py").read_text("utf-8")
    app = run(text, process_recording_async=lambda *what: heard.put(what))["app"]
    receiver = make_server("127.0.0.1", 0, app)
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    try:
        with MeetBot() as mb:
            job = mb.dispatch_bot(
                external_id="flask",
                meeting_url=os.environ[LIVE],
                display_name="Acme Notetaker",
                on_finalize_url=f"http://127.0.0.1:{receiver.server_port}/webhook/meetbot",
            )
            job_id, manifest_uri = heard.get(timeout=180)
            assert job_id == job.id
            done = mb.get_bot(job.id)
            assert done is not None
            assert (done.status, done.manifest_uri) == ("completed", manifest_uri)
            print(f"told of {job_id}: {manifest_uri}")
    finally:
        receiver.shutdown()
