"""The WAR as a process of its own, and plain HTTP to it."""

import json
import os
import pathlib
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request


class Reply:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    def json(self):
        return json.loads(self.body) if self.body else None


def call(method, url, key=None, body=None, headers=None, timeout=60):
    """One request; an error status is an answer like any other."""
    sent = dict(headers or {})
    if key:
        sent.setdefault("Authorization", f"Bearer {key}")
    data = body
    if body is not None and not isinstance(body, (bytes, str)):
        data = json.dumps(body)
        sent.setdefault("Content-Type", "application/json")
    if isinstance(data, str):
        data = data.encode()
    request = urllib.request.Request(url, data=data, method=method, headers=sent)
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            return Reply(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as answer:
        return Reply(answer.code, answer.headers, answer.read())


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, war, work, settings):
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        work = pathlib.Path(work)
        work.mkdir(parents=True, exist_ok=True)
        self.key_file = work / "first-keys"
        self.log = open(work / "server.log", "w")
        defaults = {
            "meetbot.first-key-file": self.key_file,
            # receivers of webhooks run on this machine
            "meetbot.webhook.allow-private-targets": "true",
            "meetbot.artifacts.min-free-bytes": "0",
            # the storm comes from one address; what limits do is a conversation of its own
            "meetbot.rate-limit.anonymous-requests-per-minute": "0",
        }
        options = [f"-D{name}={value}" for name, value in {**defaults, **settings}.items()]
        command = ["java", "-Xmx768m", *options, "-jar", str(war), "--data", str(work / "data"), "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=self.log, stderr=subprocess.STDOUT)

    def __enter__(self):
        end = time.monotonic() + 240
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended with {self.process.returncode}: see {self.log.name}")
            try:
                if call("GET", self.base + "/healthz", timeout=5).status == 200:
                    return self
            except OSError:
                pass
            time.sleep(0.2)
        raise RuntimeError(f"the server does not answer: see {self.log.name}")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)
        self.log.close()

    def first_keys(self):
        lines = self.key_file.read_text().splitlines()
        return dict(line.split("=", 1) for line in lines if re.match(r"[A-Z_]+=", line))


class Keys:
    """A key of each kind; what the server cannot make yet is missing."""

    def __init__(self, server):
        first = server.first_keys()
        self.server = server
        self.live = first["MEETBOT_API_KEY"]
        self.secret = first["MEETBOT_WEBHOOK_SECRET"]
        self.operator = first.get("MEETBOT_OPERATOR_KEY")
        self.test = self._make(self.live, "test")
        self.intake = self._make(self.live, "intake")
        self.worker = self._make(self.operator, "worker")
        self.scrape = self._make(self.operator, "scrape")

    def _make(self, by, scope):
        if not by:
            return None
        answer = call("POST", self.server.base + "/api/v1/keys", by, {"name": f"contract {scope}", "scope": scope})
        return answer.json()["apiKey"] if answer.status == 201 else None

    def tenant(self, name, requests_per_minute=1_000_000):
        """Another tenant; None when the server cannot make one."""
        if not self.operator:
            return None
        limits = {"requestsPerMinute": requests_per_minute, "maxConcurrentBots": 100_000}
        answer = call("POST", self.server.base + "/api/v1/tenants", self.operator, {"name": name, "limits": limits})
        return answer.json() if answer.status == 201 else None

    def own_ids(self):
        """Of the tenant and of the keys that the run needs to the end."""
        ids = []
        me = call("GET", self.server.base + "/api/v1/consumers/me", self.live)
        if me.status == 200:
            ids.append(me.json()["id"])
        for key in filter(None, (self.live, self.operator)):
            listed = call("GET", self.server.base + "/api/v1/keys", key)
            if listed.status == 200:
                ids += [entry["id"] for entry in listed.json()["keys"]]
        return ids

    def lift_limits(self):
        """The tenant of the first start is not to be slowed down by its own rate limit."""
        me = call("GET", self.server.base + "/api/v1/consumers/me", self.live)
        if self.operator and me.status == 200:
            tenant = me.json()
            limits = {"requestsPerMinute": 1_000_000, "maxConcurrentBots": 100_000}
            call("PUT", f"{self.server.base}/api/v1/tenants/{tenant['id']}", self.operator, {"name": tenant["name"], "limits": limits})

    def environment(self):
        names = {
            "LIVE_KEY": self.live,
            "TEST_KEY": self.test,
            "INTAKE_KEY": self.intake,
            "WORKER_KEY": self.worker,
            "OPERATOR_KEY": self.operator,
            "SCRAPE_KEY": self.scrape,
        }
        return {**os.environ, **{name: key or "none" for name, key in names.items()}}
