"""Files over connections that break, against a real server that knows ranges."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Caller
from servers import Reply, Request, Server

from meetbot import MeetbotConnectionError, MeetbotNotFoundError, MeetbotResponseError, MeetbotServerError

WHOLE = hashlib.sha256(b"seed").digest() * 8000  # 256,000 bytes
NAME = "audio.mixed.webm"


class Files:
    """Serves one file in ranges. `breaks`: after how many bytes each of the next connections breaks."""

    def __init__(self, content: bytes = WHOLE, listed: bool = True) -> None:
        self.content = content
        self.sha256 = hashlib.sha256(content).hexdigest()
        self.listed = listed
        self.breaks: list[int] = []
        self.replies: list[Reply] = []
        self.tag = '"1"'
        self.ranges: list[str | None] = []

    def answer(self, request: Request) -> Reply:
        if request.path.endswith("/manifest"):
            return self._manifest()
        self.ranges.append(request.headers.get("Range"))
        if self.replies:
            return self.replies.pop(0)
        start = int(re.sub(r"\D", "", request.headers.get("Range", "0")))
        if request.headers.get("If-Range", self.tag) != self.tag:
            start = 0
        if start >= len(self.content):
            return Reply.of(416, {"error": "range_not_satisfiable"})
        body = self.content[start:]
        cut = self.breaks.pop(0) if self.breaks else len(body)
        headers = {"ETag": self.tag}
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(self.content) - 1}/{len(self.content)}"
        return Reply(206 if start else 200, body[:cut], headers, len(body) if cut < len(body) else None)

    def _manifest(self) -> Reply:
        if not self.listed:
            return Reply.of(404, {"error": "not_found"})
        file = {"name": NAME, "kind": "audio", "bytes": len(self.content), "sha256": self.sha256}
        return Reply(200, json.dumps({"version": 1, "job": {"id": "j"}, "files": [file]}).encode())


def fetch(call: Caller, files: Files, destination: Path, retries: int = 3) -> Any:
    with Server(files.answer) as server:
        options = {"base_url": server.url, "max_retries": retries, "random": lambda: 0.5}
        return call("download_artifact", "j", NAME, destination, on=options)


def parts(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file(call: Caller, tmp_path: Path) -> None:
    assert fetch(call, Files(), tmp_path / "sound.webm") == tmp_path / "sound.webm"
    assert (tmp_path / "sound.webm").read_bytes() == WHOLE
    assert parts(tmp_path) == ["sound.webm"]


def test_into_a_folder_over_what_is_there(call: Caller, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"old")
    assert fetch(call, Files(), tmp_path) == tmp_path / NAME
    assert (tmp_path / NAME).read_bytes() == WHOLE


def test_a_name_with_slashes_makes_folders(call: Caller, tmp_path: Path) -> None:
    with Server(Files(listed=False).answer) as server:
        found = call("download_artifact", "j", "evidence/page.txt", tmp_path, on={"base_url": server.url})
    assert found == tmp_path / "evidence" / "page.txt" and found.read_bytes() == WHOLE


def test_an_empty_file(call: Caller, tmp_path: Path) -> None:
    empty = Files(b"")
    empty.replies = [Reply(200, b"")]
    assert fetch(call, empty, tmp_path / "f").read_bytes() == b""


@pytest.mark.parametrize("listed", [True, False])
def test_a_broken_connection_is_gone_on_with(listed: bool, call: Caller, tmp_path: Path) -> None:
    files = Files(listed=listed)
    files.breaks = [100_000, 50_000, 0]
    assert fetch(call, files, tmp_path / "f").read_bytes() == WHOLE
    assert files.ranges == [None, "bytes=100000-", "bytes=150000-", "bytes=150000-"]
    assert call.waits == [0.25, 0.25, 0.5]  # from the start whenever more had come


def test_retries_end_when_nothing_comes_any_more(call: Caller, tmp_path: Path) -> None:
    files = Files()
    files.breaks = [1000, 0, 0, 0, 0]
    with pytest.raises(MeetbotConnectionError):
        fetch(call, files, tmp_path / "f")
    assert len(files.ranges) == 4
    assert parts(tmp_path) == ["f.part"]


def test_a_second_call_goes_on(call: Caller, tmp_path: Path) -> None:
    files = Files()
    files.breaks = [1000]
    with pytest.raises(MeetbotConnectionError):
        fetch(call, files, tmp_path / "f", retries=0)
    assert fetch(call, files, tmp_path / "f", retries=0).read_bytes() == WHOLE
    assert files.ranges == [None, "bytes=1000-"]


def test_what_was_left_by_another_version_is_thrown_away(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "f.part").write_bytes(b"x" * 1000)
    files = Files()
    assert fetch(call, files, tmp_path / "f").read_bytes() == WHOLE
    assert files.ranges == ["bytes=1000-", None]


def test_what_was_left_and_is_too_long_is_thrown_away(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "f.part").write_bytes(b"x" * (len(WHOLE) + 1))
    assert fetch(call, Files(), tmp_path / "f").read_bytes() == WHOLE


def test_what_was_left_and_is_whole_is_not_fetched_again(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "f.part").write_bytes(WHOLE)
    files = Files()
    assert fetch(call, files, tmp_path / "f").read_bytes() == WHOLE
    assert files.ranges == []


def test_without_a_checksum_nothing_is_gone_on_with(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "f.part").write_bytes(b"x" * 1000)
    files = Files(listed=False)
    assert fetch(call, files, tmp_path / "f").read_bytes() == WHOLE
    assert files.ranges == [None]


def test_a_file_that_changed_meanwhile_is_fetched_anew(call: Caller, tmp_path: Path) -> None:
    files = Files(listed=False)
    files.replies = [Reply(200, b"old" * 100, {"ETag": '"0"'}, announced=1000)]
    assert fetch(call, files, tmp_path / "f").read_bytes() == WHOLE


def test_a_range_beyond_the_end_starts_anew(call: Caller, tmp_path: Path) -> None:
    files = Files(listed=False)
    files.replies = [Reply(200, b"x" * 500, announced=1000), Reply.of(416, {"error": "range_not_satisfiable"})]
    assert fetch(call, files, tmp_path / "f").read_bytes() == WHOLE
    assert files.ranges == [None, "bytes=500-", None]


def test_a_wrong_checksum(call: Caller, tmp_path: Path) -> None:
    files = Files()
    files.sha256 = "0" * 64
    with pytest.raises(MeetbotResponseError):
        fetch(call, files, tmp_path / "f")
    assert parts(tmp_path) == [] and files.ranges == [None]


def test_a_part_that_was_not_asked_for(call: Caller, tmp_path: Path) -> None:
    files = Files()
    files.replies = [Reply(200, b"x" * 500, announced=1000), Reply(206, b"y", {"Content-Range": "bytes 7-8/9"})]
    with pytest.raises(MeetbotResponseError):
        fetch(call, files, tmp_path / "f")


def test_an_unknown_file_leaves_nothing(call: Caller, tmp_path: Path) -> None:
    files = Files(listed=False)
    files.replies = [Reply.of(404, {"error": "not_found"})]
    with pytest.raises(MeetbotNotFoundError):
        fetch(call, files, tmp_path / "f")
    assert parts(tmp_path) == []


def test_a_server_in_trouble_is_asked_again(call: Caller, tmp_path: Path) -> None:
    files = Files()
    files.replies = [Reply.of(503, {"error": "at_capacity"}, {"Retry-After": "3"})]
    assert fetch(call, files, tmp_path / "f").read_bytes() == WHOLE
    assert call.waits == [3]
    files.replies = [Reply.of(503, None)] * 4
    with pytest.raises(MeetbotServerError):
        fetch(call, files, tmp_path / "g")
