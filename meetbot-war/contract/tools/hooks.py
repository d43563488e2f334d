"""Puts meaning into valid requests that no schema can express: a meeting that exists, a time that
is near, a receiver that answers. Requests that are meant to be wrong go out as they were made."""

import datetime
import hashlib
import json
import os
import urllib.request
import uuid

import schemathesis

BASE = os.environ["MEETBOT_BASE"]
KEEP = set(json.loads(os.environ.get("MEETBOT_KEEP_IDS", "[]")))
RECEIVER = BASE + "/healthz"

ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//meetbot//contract//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:{uid}
SEQUENCE:0
DTSTAMP:20260101T000000Z
DTSTART:{start}
DTEND:{end}
SUMMARY:Stand-up
LOCATION:{room}
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def soon(hours):
    return datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0) + datetime.timedelta(hours=hours)


def stamp(hours):
    return soon(hours).strftime("%Y-%m-%dT%H:%M:%SZ")


def compact(hours):
    return soon(hours).strftime("%Y%m%dT%H%M%SZ")


def room(seed):
    return f"{BASE}/room/c-{hashlib.sha256(repr(seed).encode()).hexdigest()[:12]}"


def given(body, name):
    return isinstance(body, dict) and body.get(name) is not None


def nonce():
    request = urllib.request.Request(BASE + "/api/v1/cli-auth/init", data=b"{}", method="POST", headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)["nonce"]


def job(body):
    body["meetingUrl"] = room(body.get("externalId"))
    if given(body, "platform"):
        body["platform"] = "meetbot-room"
    if given(body, "joinAt"):
        body["joinAt"] = stamp(24)
    for name in ("onStatusChange", "onFinalize"):
        if given(body.get("webhooks"), name):
            body["webhooks"][name] = RECEIVER
    if len(json.dumps(body.get("metadata"))) > 4000:
        body["metadata"] = {}


def invite(body):
    body["start"], body["timezone"] = stamp(24), "UTC"
    if given(body, "end"):
        body["end"] = stamp(25)
    for name in ("rrule", "recurrenceId", "conferenceUrl"):
        body.pop(name, None)
    body["location"] = room(body.get("uid"))


def key(body):
    if given(body, "expiresAt"):
        body["expiresAt"] = stamp(24)


def report(body):
    if body.get("event") == "call_over" and not given(body, "endReason"):
        body["endReason"] = "everyone_left"
    if body.get("event") == "faulted" and not given(body, "failureCode"):
        body["failureCode"] = "network_loss"


def identity(body):
    body["platform"] = "meetbot-room"


def test(body):
    body["url"] = RECEIVER


BODIES = {"createJob": job, "receiveCalendarInvite": invite, "createKey": key, "testWebhook": test, "ingest": report, "storeIdentity": identity}


def is_positive(case):
    meta = case.meta
    return meta is None or meta.generation.mode.is_positive


@schemathesis.hook
def before_call(context, case, kwargs):
    operation = case.operation.definition.raw.get("operationId")
    path = case.path_parameters or {}
    if str(path.get("id")) in KEEP:
        # the run's own keys and tenant have to outlive it
        case.path_parameters["id"] = "none"
    if not is_positive(case):
        return
    if operation == "pollDeviceLogin":
        # a login can be asked after only while it waits
        case.path_parameters["nonce"] = nonce()
    if isinstance(case.body, dict) and operation in BODIES:
        BODIES[operation](case.body)
    elif operation == "receiveCalendarInvite":
        case.body = ICS.format(uid=hashlib.sha256(repr(case.body).encode()).hexdigest(), start=compact(24), end=compact(25), room=room(case.body))
    if case.headers and case.headers.get("Idempotency-Key"):
        # one key for many bodies is a mismatch, and rightly so
        case.headers["Idempotency-Key"] = uuid.uuid4().hex
    names = case.body.get("autoLeave") if operation == "createJob" and isinstance(case.body, dict) else None
    if given(names, "botNames"):
        names["botNames"] = [name if any(c.isalnum() for c in name) else "Scribe" for name in names["botNames"]]
    if case.query and "cursor" in case.query:
        # only a cursor that came with a page is one
        case.query.pop("cursor")
