"""Verifies that a webhook came from the server; only then it is parsed."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import time
from collections.abc import Mapping

from ._answers import read
from .models import WebhookEvent


def verify_webhook_signature(*, body: bytes | str, header: str | None, secret: str) -> bool:
    """Whether `header`, the value of `X-Meetbot-Signature`, signs `body` with `secret`.

    `body` is the request's body as it came, `secret` the whole `whsec_...` text. Compares in constant time. A header
    that is missing or makes no sense is False, and so is an empty secret: nothing is raised.
    """
    match = re.fullmatch(r"sha256=([0-9a-f]{64})", header) if isinstance(header, str) else None
    if match is None or not secret:
        return False
    expected = hmac.new(secret.encode(), _raw(body), hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, match[1])


def verify_standard_webhook(
    *,
    body: bytes | str,
    headers: Mapping[str, str],
    secret: str,
    tolerance_seconds: float = 300,
    now: float | None = None,
) -> bool:
    """Whether `webhook-id`, `webhook-timestamp` and `webhook-signature` among `headers` sign `body` with `secret`.

    Any of several signatures may fit: while a secret is rotated there are two. A timestamp that is more than
    `tolerance_seconds` away from `now` (seconds since 1970; by default this machine's clock) is False, so that old
    messages cannot be played again. Headers are found whatever their case. Nothing is raised.
    """
    found = {str(name).lower(): value for name, value in headers.items()}
    message_id, timestamp, signatures = (found.get(f"webhook-{n}") for n in ("id", "timestamp", "signature"))
    key = _standard_key(secret)
    if not (isinstance(message_id, str) and isinstance(timestamp, str) and isinstance(signatures, str) and key):
        return False
    if not re.fullmatch(r"[0-9]{1,12}", timestamp):
        return False
    if abs((time.time() if now is None else now) - int(timestamp)) > tolerance_seconds:
        return False
    signed = f"{message_id}.{timestamp}.".encode("utf-8", "surrogatepass") + _raw(body)
    expected = b"v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    # All of them are compared, whichever fits: how long it takes tells nothing.
    fits = [hmac.compare_digest(expected, one.encode("utf-8", "surrogatepass")) for one in signatures.split()]
    return any(fits)


def parse_webhook_event(body: bytes | str) -> WebhookEvent:
    """The event in a body whose signature was verified. Raises `MeetbotResponseError` when there is none in it."""
    return read(WebhookEvent, body)


def _standard_key(secret: str) -> bytes:
    """The key after `whsec_`; empty when it is none."""
    try:
        return base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except (ValueError, binascii.Error):
        return b""


def _raw(body: bytes | str) -> bytes:
    return body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
