"""Fetching a file that may be big, over connections that may break."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import httpx

from ._retry import Retry
from ._steps import Answer, Call, Failure, Flow, Outcome, Send, Sleep, Step, Work
from .errors import MeetbotResponseError
from .models import ManifestFile


class PartFile:
    """The bytes that have come so far; a `Sink`. What was there from an earlier call is kept if `keep`."""

    def __init__(self, path: Path, keep: bool) -> None:
        self.path = path
        self.tag: str | None = None
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file: BinaryIO = open(path, "ab" if keep else "wb", buffering=0)
        self.resumed = self.size > 0

    @property
    def size(self) -> int:
        return os.fstat(self._file.fileno()).st_size

    def headers(self) -> dict[str, str]:
        """What asks for the rest; the whole file comes instead when it has changed since."""
        if self.size == 0:
            return {}
        only_if = {"If-Range": self.tag} if self.tag else {}
        return {"Range": f"bytes={self.size}-"} | only_if

    def begin(self, status: int, headers: httpx.Headers) -> None:
        if status == 206:
            start = re.match(r"bytes (\d+)-", headers.get("Content-Range", ""))
            if start is None or int(start[1]) != self.size:
                raise MeetbotResponseError("a part of the file that was not asked for")
        else:
            self.clear()
        tag = headers.get("ETag")
        self.tag = tag if tag and not tag.startswith("W/") else None

    def write(self, chunk: bytes) -> None:
        view = memoryview(chunk)
        while view:
            view = view[self._file.write(view) :]

    def clear(self) -> None:
        self._file.truncate(0)
        self._file.seek(0)
        self.tag = None

    def close(self) -> None:
        self._file.close()


def download(retry: Retry, call: Call, target: Path, listed: ManifestFile | None) -> Flow[Path]:
    """Fetches into `target`; `listed` is what the manifest says of the file, when it does."""
    # Bytes of an earlier call are only worth something when a checksum tells that the rest fits.
    checked = listed is not None and listed.sha256 is not None
    part = PartFile(target.with_name(target.name + ".part"), keep=checked)
    try:
        yield from _fetch(retry, call, part, listed)
        whole = yield Work(lambda: fits(part.path, listed))
        if not whole and part.resumed:  # what was there belonged to something else
            part.clear()
            yield from _fetch(retry, call, part, listed)
            whole = yield Work(lambda: fits(part.path, listed))
        if not whole:
            part.clear()
            raise MeetbotResponseError(f"{target.name} is not what the manifest says: another length or SHA-256")
    except BaseException:
        part.close()
        if part.path.stat().st_size == 0:
            part.path.unlink()
        raise
    part.close()
    os.replace(part.path, target)
    return target


def fits(path: Path, listed: ManifestFile | None) -> bool:
    """Whether the file has the length and the checksum that the manifest tells."""
    if listed is None:
        return True
    if listed.bytes is not None and path.stat().st_size != listed.bytes:
        return False
    if listed.sha256 is None:
        return True
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest() == listed.sha256.lower()


def _fetch(
    retry: Retry, call: Call, part: PartFile, listed: ManifestFile | None
) -> Generator[Step, Any, None]:
    """Sends until the file is whole. Retries count anew whenever more of it has come than ever before."""
    attempt = 0
    furthest = part.size
    while listed is None or listed.bytes is None or part.size == 0 or part.size < listed.bytes:
        # As it is stored: a range of compressed bytes would fit nowhere.
        headers = {**call.headers, "Accept-Encoding": "identity", **part.headers()}
        outcome: Outcome = yield Send(replace(call, headers=headers), part)
        if isinstance(outcome, Answer) and outcome.ok:
            return
        if isinstance(outcome, Answer) and outcome.status == 416 and part.size > 0:
            part.clear()  # what is there is no beginning of that file
            continue
        if isinstance(outcome, Failure) and part.size > furthest:
            furthest, attempt = part.size, 0
        delay = retry.delay(attempt, outcome)
        if delay is None:
            raise retry.error(outcome)
        yield Sleep(delay)
        attempt += 1
