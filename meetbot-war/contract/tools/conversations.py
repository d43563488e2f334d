"""Golden conversations: what a client says and what it must hear, step by step, out of
docs/contract/conversations/*.json. docs/api.md tells how they are written."""

import datetime
import hashlib
import hmac
import http.client
import http.server
import json
import pathlib
import re
import threading
import time
import urllib.request
import uuid

from server import call

SCRIPTS = pathlib.Path(__file__).resolve().parents[3] / "docs" / "contract" / "conversations"


class Mismatch(Exception):
    pass


class Receiver:
    """Takes webhooks and keeps them."""

    def __init__(self):
        self.got = []
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                receiver.got.append({"path": self.path, "headers": dict(self.headers.items()), "raw": body})
                self.send_response(500 if "/fail/" in self.path else 200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"ok")

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.base = f"http://127.0.0.1:{self.server.server_port}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def fill(value, names):
    """Placeholders {{name}} by what they stand for; one that is the whole text keeps its type."""
    if isinstance(value, dict):
        return {fill(k, names): fill(v, names) for k, v in value.items()}
    if isinstance(value, list):
        return [fill(v, names) for v in value]
    if not isinstance(value, str):
        return value
    whole = re.fullmatch(r"\{\{(\w+)}}", value)
    if whole:
        return _named(whole.group(1), names)
    return re.sub(r"\{\{(\w+)}}", lambda m: str(_named(m.group(1), names)), value)


def _named(name, names):
    if name not in names:
        raise Mismatch(f"nothing is known under the name {name}")
    return names[name]


RULES = {
    "$re": lambda rule, found: isinstance(found, str) and re.search(rule, found),
    "$type": lambda rule, found: {"string": str, "object": dict, "array": list, "boolean": bool, "integer": int}[rule] is type(found),
    "$least": lambda rule, found: isinstance(found, (int, float)) and found >= rule,
    "$in": lambda rule, found: found in rule,
    "$length": lambda rule, found: len(found) == rule,
    "$keys": lambda rule, found: sorted(found) == sorted(rule),
}


def match(expected, found, at="body"):
    """An object has to have what is expected and may have more; a list has to be as long."""
    if isinstance(expected, dict) and any(k.startswith("$") for k in expected):
        for name, rule in expected.items():
            if name == "$some":
                _some(rule, found, at)
            elif name == "$none":
                if any(_fits(rule, element) for element in found):
                    raise Mismatch(f"{at} has what it must not have: {rule}")
            elif name == "$not":
                if _fits(rule, found):
                    raise Mismatch(f"{at} is {found!r}, which it must not be")
            elif not RULES[name](rule, found):
                raise Mismatch(f"{at} is {found!r}, expected {name} {rule!r}")
    elif isinstance(expected, dict):
        if not isinstance(found, dict):
            raise Mismatch(f"{at} is {found!r}, expected an object")
        for name, value in expected.items():
            if name not in found:
                raise Mismatch(f"{at}.{name} is missing")
            match(value, found[name], f"{at}.{name}")
    elif isinstance(expected, list):
        if not isinstance(found, list) or len(found) != len(expected):
            raise Mismatch(f"{at} is {found!r}, expected {len(expected)} elements")
        for index, value in enumerate(expected):
            match(value, found[index], f"{at}[{index}]")
    elif expected != found or isinstance(expected, bool) != isinstance(found, bool):
        raise Mismatch(f"{at} is {found!r}, expected {expected!r}")


def _fits(expected, found):
    try:
        match(expected, found)
        return True
    except Mismatch:
        return False


def _some(expected, found, at):
    if not isinstance(found, list) or not any(_fits(expected, element) for element in found):
        raise Mismatch(f"{at} is {found!r}, expected an element like {expected!r}")


class Talk:
    def __init__(self, script, server, keys, receiver):
        self.script = script
        self.server = server
        self.receiver = receiver
        unique = uuid.uuid4().hex[:12]
        now = datetime.datetime.now(datetime.timezone.utc)

        def at(hours):
            return (now + datetime.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%S.000Z")

        self.names = {
            "base": server.base,
            "unique": unique,
            "room": f"{server.base}/room/r-{unique}",
            "hooks": f"{receiver.base}/{unique}",
            "anId": "019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234",
            "now": at(0),
            "anHourAgo": at(-1),
            "inAnHour": at(1),
            "inTwoHours": at(2),
            "inThreeHours": at(3),
            "inTwoYears": at(2 * 365 * 24),
            "big": "x" * (1 << 20),
        }
        self.keys = {name: getattr(keys, name) for name in ("live", "test", "intake", "worker", "operator", "scrape")}
        self.secret = keys.secret

    def run(self):
        for number, step in enumerate(self.script["steps"], 1):
            try:
                self._patiently(step)
            except (Mismatch, KeyError, TypeError, ValueError, AttributeError, OSError) as e:
                what = step.get("say") or step.get("hear") or step.get("attend") or "wait"
                raise Mismatch(f"step {number} ({what}): {type(e).__name__ if not isinstance(e, Mismatch) else ''} {e}") from e

    def _patiently(self, step):
        end = time.monotonic() + step.get("within", 0)
        while True:
            try:
                if "wait" in step:
                    return time.sleep(step["wait"])
                if "attend" in step:
                    return self._attend(step)
                return self._hear(step) if "hear" in step else self._say(step)
            except Mismatch:
                if time.monotonic() > end:
                    raise
            time.sleep(0.25)

    def _say(self, step):
        method, path = fill(step["say"], self.names).split(" ", 1)
        headers = fill(step.get("headers", {}), self.names)
        key = step.get("key")
        if key and key.startswith("{{"):
            key = fill(key, self.names)
        elif key:
            key = self.keys.get(key) or "none"
        body = fill(step["body"], self.names) if "body" in step else None
        if "text" in step:
            body = fill(step["text"], self.names).replace("\n", "\r\n") if isinstance(step["text"], str) else None
        url = path if path.startswith("http") else self.server.base + path
        answer = call(method, url, key, body, headers)
        expected = fill(step.get("expect", {}), self.names)
        self._check(answer, expected)
        content = answer.json() if step.get("save") else None
        for name, where in step.get("save", {}).items():
            self.names[name] = answer.headers.get(where[7:]) if where.startswith("header:") else pick(content, where)

    def _attend(self, step):
        """Keeps a participant's event stream open: who has none is taken out of the room."""
        url = fill(step["attend"], self.names) + "/api/events"
        request = urllib.request.Request(url, headers={"Authorization": "Bearer " + fill(step["key"], self.names)})
        stream = urllib.request.urlopen(request, timeout=30)

        def read():
            try:
                for _ in stream:
                    pass
            except (OSError, ValueError, http.client.HTTPException):
                pass  # the meeting or the server is over

        threading.Thread(target=read, daemon=True).start()

    def _check(self, answer, expected):
        statuses = expected.get("status", 200)
        statuses = statuses if isinstance(statuses, list) else [statuses]
        if answer.status not in statuses:
            raise Mismatch(f"status {answer.status}, expected {statuses}: {answer.body[:600]!r}")
        for name, value in expected.get("headers", {}).items():
            match(value, answer.headers.get(name), f"header {name}")
        if "body" in expected:
            match(expected["body"], answer.json())
        if "text" in expected:
            match(expected["text"], answer.body.decode())

    def _hear(self, step):
        """A webhook, with both its signatures checked."""
        path = "/" + self.names["unique"] + step["hear"]
        expected = fill(step.get("expect", {}), self.names)
        faults = []
        for message in [m for m in self.receiver.got if m["path"] == path]:
            try:
                body = json.loads(message["raw"])
                match(expected, body, "webhook")
            except Mismatch as e:
                faults.append(str(e))
                continue
            self._signed(message)
            for name, where in step.get("save", {}).items():
                self.names[name] = pick(body, where)
            return
        raise Mismatch(f"no such webhook at {path}: {faults}")

    def _signed(self, message):
        secret = self.names.get("webhookSecret", self.secret)
        hexed = hmac.new(secret.encode(), message["raw"], hashlib.sha256).hexdigest()
        sent = {name.lower(): value for name, value in message["headers"].items()}
        if f"sha256={hexed}" not in sent.get("x-meetbot-signature", ""):
            raise Mismatch("X-Meetbot-Signature does not fit")


def pick(value, where):
    for part in where.split("."):
        value = value[int(part)] if part.lstrip("-").isdigit() else value[part]
    return value


def run_all(server, keys, say, bots):
    """For each conversation for a server with bots, or for one without, None or what went wrong."""
    outcome = []
    receiver = Receiver()
    try:
        for file in sorted(SCRIPTS.glob("*.json")):
            script = json.loads(file.read_text())
            if script.get("bots", True) != bots:
                continue
            start = time.monotonic()
            try:
                Talk(script, server, keys, receiver).run()
                outcome.append(None)
                say(f"  {file.stem}: ok ({time.monotonic() - start:.1f} s)")
            except Mismatch as e:
                outcome.append(f"conversation {file.stem}: {e}")
                say(f"  {file.stem}: {e}")
    finally:
        receiver.close()
    return outcome
