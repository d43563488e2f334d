"""A small meetbot: jobs that go one status further each time they are looked at, and one recorded file."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from servers import Reply, Request, Server

LIFE = ["queued", "joining", "in_call", "recording", "finalizing", "completed"]
SOUND = bytes(range(256)) * 40
A_DELIVERY = {
    "deliveryId": "dlv_1", "jobId": "j", "event": "job.failed", "url": "https://a.example", "version": 2,
    "state": "dead",
}  # fmt: skip
A_LOGIN = {
    "nonce": "n", "userCode": "BCDF-GHJK", "verificationUri": "https://a.example/cli-auth", "expiresIn": 600,
    "interval": 1,
}  # fmt: skip
A_KEY = {"id": "key_1", "name": "ci", "scope": "test", "hint": "mb_test_4fGh", "apiKey": "mb_test_4fGh7Jk2"}
OTHERS: dict[str, Any] = {
    "/api/v1/jobs/019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234/deliveries": {"deliveries": [A_DELIVERY]},
    "/api/v1/deliveries/dlv_1/redeliver": A_DELIVERY | {"state": "pending"},
    "/api/v1/cli-auth/init": A_LOGIN,
    "/api/v1/cli-auth/poll/n": {"status": "complete", "apiKey": A_KEY["apiKey"]},
    "/api/v1/keys": A_KEY,
    "/api/v1/keys/key_1/rotate": A_KEY,
    "/api/v1/consumers/me": {"id": "tnt_1", "name": "Acme"},
    "/api/v1/credit": {
        "billing": True, "currency": "USD", "balance": "4.995", "pricePerHour": "0.30", "nextCursor": None,
        "entries": [{"id": "e", "kind": "usage", "amount": "-0.005", "at": "2026-11-22T12:00:00.000Z"}],
    },
}  # fmt: skip


class FakeMeetbot:
    """Knows dispatch, get, list, cancel, the verbs, the manifest, `audio.mixed.webm`, and a few fixed answers."""

    def __init__(self) -> None:
        self.jobs: dict[str, dict[str, Any]] = {}

    def serve(self) -> Server:
        return Server(self.answer)

    def answer(self, request: Request) -> Reply:
        if request.path in OTHERS:
            return Reply.of(200, OTHERS[request.path])
        parts = request.path.removeprefix("/api/v1/jobs").strip("/").split("/")
        if request.method == "POST" and parts == [""]:
            return self._dispatch(request.json)
        if parts == [""]:
            return Reply.of(200, {"jobs": list(self.jobs.values())[::-1], "nextCursor": None})
        job = self.jobs.get(parts[0])
        if job is None:
            return Reply.of(404, {"error": "not_found", "message": "There is no such thing.", "requestId": "req_1"})
        if request.method == "DELETE":
            job["status"] = "cancelled"
            return Reply(204)
        if request.method == "POST":
            return Reply.of(202, self._verb(job, parts[1]))
        return self._get(job, parts[1:])

    def _dispatch(self, body: dict[str, Any]) -> Reply:
        if not body["meetingUrl"].startswith("http"):
            issues = [{"path": ["meetingUrl"], "code": "invalid_url", "message": "no URL"}]
            return Reply.of(400, {"error": "invalid_input", "message": "no URL", "issues": issues, "requestId": "r"})
        job_id = f"019e2f0a-7c4e-7d11-b2cb-{len(self.jobs):012d}"
        job = {"displayName": "meetbot", **body, "id": job_id, "platform": "google-meet", "status": LIFE[0]}
        self.jobs[job_id] = job
        return Reply.of(201, job)

    def _get(self, job: dict[str, Any], rest: list[str]) -> Reply:
        if rest == ["manifest"]:
            return Reply(200, self.manifest(job))
        if rest == ["artifacts", "audio.mixed.webm"]:
            return Reply(200, SOUND)
        if job["status"] in LIFE[:-1]:
            job["status"] = LIFE[LIFE.index(job["status"]) + 1]
            if job["status"] == LIFE[-1]:
                job["manifestUri"] = f"https://meetbot.example/api/v1/jobs/{job['id']}/manifest"
        return Reply.of(200, job)

    @staticmethod
    def _verb(job: dict[str, Any], verb: str) -> dict[str, Any]:
        return {"jobId": job["id"], "verb": verb, "requestId": "req_2", "accepted": True, "status": job["status"]}

    @staticmethod
    def manifest(job: dict[str, Any]) -> bytes:
        sha256 = hashlib.sha256(SOUND).hexdigest()
        file = {"name": "audio.mixed.webm", "kind": "audio", "mediaType": "audio/webm", "bytes": len(SOUND)}
        return json.dumps({"version": 1, "job": {"id": job["id"]}, "files": [file | {"sha256": sha256}]}).encode()
