"""Every call of the API as a flow: which request, how its answer is read, what happens next.

Both clients offer these methods under the same names; their docstrings are the documentation of both.
"""

from __future__ import annotations

import inspect
import math
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec

from . import _download, _requests
from ._answers import read
from ._retry import Retry
from ._steps import Call, Flow, Sleep
from .errors import MeetbotNotFoundError, MeetbotTimeoutError, MeetbotUsageError
from .models import (
    AutoLeaveConfig,
    Composition,
    ConsentConfig,
    Dispatch,
    Job,
    JobPage,
    JoinConfig,
    Manifest,
    RecordingConfig,
    RequestRecordingPermissionResult,
)

_LARGEST_PAGE = 200
# 201 is the answer for a new job
_KNOWN = 200

P = ParamSpec("P")


def _job_of(flow: Callable[Concatenate[Api, P], Flow[Dispatch]]) -> Callable[Concatenate[Api, P], Flow[Job]]:
    def dispatch_bot(self: Api, /, *args: P.args, **kwargs: P.kwargs) -> Flow[Job]:
        dispatched = yield from flow(self, *args, **kwargs)
        return dispatched.job

    dispatch_bot.__doc__ = (flow.__doc__ or "").replace(", and tells whether the job is new", "")
    dispatch_bot.__qualname__ = "Api.dispatch_bot"
    signature = inspect.signature(flow)
    dispatch_bot.__signature__ = signature.replace(return_annotation="Flow[Job]")  # type: ignore[attr-defined]
    return dispatch_bot


@dataclass(frozen=True)
class Api:
    """The flows. `clock` measures how long `wait_for` waits, in seconds from anywhere."""

    retry: Retry
    clock: Callable[[], float]

    def dispatch(
        self,
        *,
        external_id: str,
        meeting_url: str,
        platform: str | None = None,
        join_at: datetime | None = None,
        display_name: str | None = None,
        on_status_change_url: str | None = None,
        on_finalize_url: str | None = None,
        webhook_version: int | None = None,
        webhook_events: Sequence[str] | None = None,
        metadata: Mapping[str, Any] | None = None,
        auto_leave: AutoLeaveConfig | None = None,
        recording: RecordingConfig | None = None,
        consent: ConsentConfig | None = None,
        join: JoinConfig | None = None,
        idempotency_key: str | None = None,
    ) -> Flow[Dispatch]:
        """Sends a bot into a meeting, and tells whether the job is new.

        A second call with the same `external_id` starts no second bot and gives the job that is there. `join_at`
        must have a time zone; without it, or when it is past, the bot goes at once. What is None is up to the server.
        """
        webhooks = _requests.given(
            onStatusChange=on_status_change_url,
            onFinalize=on_finalize_url,
            version=webhook_version,
            events=None if webhook_events is None else list(webhook_events),
        )
        body = _requests.given(
            externalId=external_id,
            meetingUrl=meeting_url,
            platform=platform,
            joinAt=_requests.time(join_at),
            displayName=display_name,
            webhooks=webhooks or None,
            metadata=None if metadata is None else dict(metadata),
            autoLeave=_requests.fields(auto_leave),
            recording=_requests.fields(recording),
            consent=_requests.fields(consent),
            join=_requests.fields(join),
        )
        answer = yield from self.retry.exchange(_requests.post("/api/v1/jobs", body, idempotency_key))
        return Dispatch(read(Job, answer.body), created=answer.status != _KNOWN)

    dispatch_bot = _job_of(dispatch)

    def get_bot(self, job_id: str) -> Flow[Job | None]:
        """The job as it is now; None when there is none of that id."""
        try:
            answer = yield from self.retry.exchange(Call("GET", _requests.job_path(job_id)))
        except MeetbotNotFoundError:
            return None
        return read(Job, answer.body)

    def list_bots(
        self,
        *,
        status: str | None = None,
        external_id: str | None = None,
        platform: str | None = None,
        created_after: datetime | None = None,
        limit: int | None = None,
    ) -> Flow[list[Job]]:
        """The jobs that fit, newest first: at most `limit`, all of them without it, however many pages that takes."""
        if limit is not None and limit < 1:
            raise MeetbotUsageError("limit must be 1 or more")
        size = None if limit is None else min(limit, _LARGEST_PAGE)
        pages = self.iter_bots(
            status=status, external_id=external_id, platform=platform, created_after=created_after, page_size=size
        )
        jobs: list[Job] = []
        for page in pages:
            jobs += yield from page
            if limit is not None and len(jobs) >= limit:
                break
        return jobs[:limit]

    def iter_bots(
        self,
        *,
        status: str | None = None,
        external_id: str | None = None,
        platform: str | None = None,
        created_after: datetime | None = None,
        page_size: int | None = None,
    ) -> Iterator[Flow[list[Job]]]:
        """The jobs that fit, newest first; each page is fetched when its first job is asked for.

        `page_size` is from 1 to 200; the server takes 50 without it.
        """
        query = _requests.given(
            status=status,
            externalId=external_id,
            platform=platform,
            createdAfter=_requests.time(created_after),
            limit=None if page_size is None else str(page_size),
        )
        return self._pages(query)

    def _pages(self, query: dict[str, str]) -> Iterator[Flow[list[Job]]]:
        cursor: str | None = None

        def page() -> Flow[list[Job]]:
            nonlocal cursor
            call = Call("GET", "/api/v1/jobs", query=query | _requests.given(cursor=cursor))
            found = read(JobPage, (yield from self.retry.exchange(call)).body)
            cursor = found.next_cursor
            return found.jobs

        yield page()
        while cursor is not None:
            yield page()

    def cancel_bot(self, job_id: str) -> Flow[None]:
        """Calls the bot back: in a call it leaves, what was recorded is kept, and the job ends `cancelled`.

        Raises `MeetbotConflictError` (`already_finished`) when it has completed or failed; one that was cancelled
        before may be cancelled again.
        """
        yield from self.retry.exchange(Call("DELETE", _requests.job_path(job_id)))

    def request_recording_permission(
        self, job_id: str, *, idempotency_key: str | None = None
    ) -> Flow[RequestRecordingPermissionResult]:
        """Has the bot ask the host for consent; the answer comes as a webhook.

        As with all orders to a bot: one that holds already is accepted and does nothing, and one that the job's
        status does not allow raises `MeetbotConflictError` (`invalid_state`).
        """
        return self._verb(job_id, "request-recording-permission", None, idempotency_key)

    def pause_recording(
        self, job_id: str, *, idempotency_key: str | None = None
    ) -> Flow[RequestRecordingPermissionResult]:
        """Pauses the recording; of the time until it is resumed nothing is kept."""
        return self._verb(job_id, "pause-recording", None, idempotency_key)

    def resume_recording(
        self, job_id: str, *, idempotency_key: str | None = None
    ) -> Flow[RequestRecordingPermissionResult]:
        """Starts the recording, or goes on after a pause or a stop."""
        return self._verb(job_id, "resume-recording", None, idempotency_key)

    def stop_recording(
        self, job_id: str, *, idempotency_key: str | None = None
    ) -> Flow[RequestRecordingPermissionResult]:
        """Stops the recording; the bot stays in the call."""
        return self._verb(job_id, "stop-recording", None, idempotency_key)

    def leave_bot(self, job_id: str, *, idempotency_key: str | None = None) -> Flow[RequestRecordingPermissionResult]:
        """Has the bot leave the call; the job ends `completed` with what was recorded."""
        return self._verb(job_id, "leave-call", None, idempotency_key)

    def send_chat_message(
        self, job_id: str, message: str, *, idempotency_key: str | None = None
    ) -> Flow[RequestRecordingPermissionResult]:
        """Has the bot write into the meeting's chat: 1 to 2,000 characters."""
        return self._verb(job_id, "send-chat-message", {"message": message}, idempotency_key)

    def _verb(
        self, job_id: str, verb: str, body: dict[str, Any] | None, idempotency_key: str | None
    ) -> Flow[RequestRecordingPermissionResult]:
        call = _requests.post(f"{_requests.job_path(job_id)}/{verb}", body, idempotency_key)
        return read(RequestRecordingPermissionResult, (yield from self.retry.exchange(call)).body)

    def get_manifest(self, job_id: str) -> Flow[Manifest]:
        """What was recorded. Raises `MeetbotNotFoundError` until it is written."""
        answer = yield from self.retry.exchange(Call("GET", f"{_requests.job_path(job_id)}/manifest"))
        return read(Manifest, answer.body)

    def download_artifact(self, job_id: str, name: str, destination: str | os.PathLike[str]) -> Flow[Path]:
        """Fetches one of the manifest's files into the file `destination`, or under its name when that is a folder.

        Written beside it as `<file>.part` and renamed when it is whole and its length and SHA-256 are those of the
        manifest; then a file that was there is replaced. After a broken connection it goes on where it was, and so
        does a second call after an error, when the manifest has a checksum to tell that both halves fit.
        Raises `MeetbotResponseError` when the checksum is another one; the part is deleted then. Two downloads to
        one destination at a time get in each other's way.
        """
        path = f"{_requests.job_path(job_id)}/artifacts/{_requests.artifact_path(name)}"
        call = Call("GET", path, headers={"Accept": "*/*"})
        try:
            listed = (yield from self.get_manifest(job_id)).find_file(name)
        except MeetbotNotFoundError:
            listed = None  # files of a running job, and the manifest itself, have no checksum to compare
        target = Path(destination)
        if target.is_dir():
            target = target / name
        return (yield from _download.download(self.retry, call, target, listed))

    def delete_artifacts(self, job_id: str) -> Flow[None]:
        """Deletes a job's files for good; the job stays.

        Raises `MeetbotConflictError` (`invalid_state`) while they are still being written.
        """
        yield from self.retry.exchange(Call("DELETE", f"{_requests.job_path(job_id)}/artifacts"))

    def compose_view(
        self,
        job_id: str,
        layout: str,
        *,
        width: int | None = None,
        height: int | None = None,
        idempotency_key: str | None = None,
    ) -> Flow[Composition]:
        """Has another view of the call made of its kept tracks: `speaker`, `gallery` or `share_first`.

        `width` and `height` are in pixels, even; 1280 and 720 without. Again it tells how that view stands, and makes
        nothing new. Raises `MeetbotConflictError` (`invalid_state`) when there is no finished recording.
        """
        body = _requests.given(layout=layout, width=width, height=height)
        call = _requests.post(f"{_requests.job_path(job_id)}/compositions", body, idempotency_key)
        return read(Composition, (yield from self.retry.exchange(call)).body)

    def wait_for(
        self,
        job_id: str,
        status: str | Sequence[str] | None = None,
        *,
        timeout: float | None = None,
        poll_interval: float = 5.0,
    ) -> Flow[Job]:
        """Waits until the job has that status, one of those, or has ended; without any: until it has ended.

        A job that ends otherwise is returned too, for it would never get there: look at `job.status`. Asks every
        `poll_interval` seconds. Raises `MeetbotTimeoutError` after `timeout` seconds (None: never) and
        `MeetbotNotFoundError` for an unknown job. Webhooks tell sooner.
        """
        if poll_interval <= 0:
            raise MeetbotUsageError("poll_interval must be more than 0")
        wanted = {status} if isinstance(status, str) else set(status or ())
        end = None if timeout is None else self.clock() + timeout
        while True:
            answer = yield from self.retry.exchange(Call("GET", _requests.job_path(job_id)))
            job = read(Job, answer.body)
            if job.is_finished or job.status in wanted:
                return job
            left = math.inf if end is None else end - self.clock()
            if left <= 0:
                raise MeetbotTimeoutError(f"the job is still {job.status} after {timeout} s")
            yield Sleep(min(poll_interval, left))
