"""What is sent and what is answered.

Attributes are snake_case, JSON is camelCase. Answers keep the fields that this version does not know
(`model_extra`), and texts such as a status are plain `str`: a newer server may have more of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

#: A job in one of these stays as it is.
FINAL_STATUSES = frozenset({"completed", "failed", "cancelled"})


class _Config(BaseModel):
    """Part of a request; a name that does not exist is an error, and None leaves a field to the server."""

    model_config = ConfigDict(
        alias_generator=to_camel, populate_by_name=True, extra="forbid", hide_input_in_errors=True
    )


class _Answer(BaseModel):
    """Part of an answer."""

    # Strict, so that a text where a number belongs is told of and not turned into one; JSON's times are texts anyway.
    model_config = ConfigDict(
        alias_generator=to_camel, populate_by_name=True, extra="allow", hide_input_in_errors=True, strict=True
    )


class AutoLeaveConfig(_Config):
    """When the bot leaves by itself, in whole seconds; 0 turns a timer off, None leaves it to the server."""

    after_entry_delay_seconds: int | None = None
    after_silence_seconds: int | None = None
    after_solo_seconds: int | None = None
    after_max_seconds: int | None = None
    on_bot_detected: bool | None = None
    after_no_one_joined_seconds: int | None = None
    after_only_bots_seconds: int | None = None
    bot_names: list[str] | None = None


class RecordingConfig(_Config):
    """What is recorded.

    `audio`: `per_speaker`, `mixed`, `none`; `video`: `composed`, `participants`, `tab`, `none`; `layout`: `speaker`,
    `gallery`, `share_first`. Without `start_on_join` nothing is recorded until `resume_recording`.
    """

    audio: str | None = None
    video: str | None = None
    layout: str | None = None
    captions: bool | None = None
    chat: bool | None = None
    start_on_join: bool | None = None


class ConsentConfig(_Config):
    """Whether the host is asked first. `required` holds the recording until the host says yes."""

    required: bool | None = None
    prompt: str | None = None
    timeout_seconds: int | None = None


class JoinConfig(_Config):
    """How the bot gets in. `sign_in`: `never`, `if_required`, `always`. `film` keeps a film of the way in."""

    sign_in: str | None = None
    passcode: str | None = Field(default=None, repr=False)
    film: bool | None = None


class AutoLeave(AutoLeaveConfig):
    """When the bot leaves by itself, as the server understood it."""

    model_config = ConfigDict(extra="allow")


class Recording(RecordingConfig):
    """What is recorded, as the server understood it."""

    model_config = ConfigDict(extra="allow")


class Consent(ConsentConfig):
    """Whether the host is asked first, as the server understood it."""

    model_config = ConfigDict(extra="allow")


class Join(_Answer):
    """How the bot gets in; the passcode itself is never told."""

    sign_in: str | None = None
    has_passcode: bool = False
    film: bool = False


class Webhooks(_Answer):
    """Where the job is told of."""

    on_status_change: str | None = Field(default=None, repr=False)
    on_finalize: str | None = Field(default=None, repr=False)
    version: int | None = None
    events: list[str] = []


class StatusEntry(_Answer):
    """One row of a job's history."""

    status: str
    at: datetime | None = None
    reason: str | None = None


class Job(_Answer):
    """A bot on its way into, in, or back from a meeting.

    `status`: `queued`, `joining`, `in_call`, `recording`, `finalizing`, then `completed`, `failed` or `cancelled`.
    `recording_state`: `idle`, `recording`, `paused`, `stopped`.
    """

    id: str
    external_id: str
    meeting_url: str = Field(repr=False)  # a passcode may stand in it
    status: str
    platform: str
    display_name: str
    join_at: datetime | None = None
    metadata: dict[str, Any] = {}
    webhooks: Webhooks | None = None
    auto_leave: AutoLeave | None = None
    recording: Recording | None = None
    consent: Consent | None = None
    join: Join | None = None
    recording_state: str | None = None
    waiting_room_since: datetime | None = None
    participant_count: int = 0
    manifest_uri: str | None = None
    end_reason: str | None = None
    failure_code: str | None = None
    failure_detail: str | None = None
    failure_reason: str | None = None
    billed_seconds: int = 0
    created_at: datetime | None = None
    updated_at: datetime | None = None
    joined_at: datetime | None = None
    ended_at: datetime | None = None
    status_history: list[StatusEntry] = []

    @property
    def is_finished(self) -> bool:
        """Whether it stays as it is; `ended_at` tells it of a status that this version does not know."""
        return self.status in FINAL_STATUSES or self.ended_at is not None


class JobPage(_Answer):
    """Some jobs, newest first, and where the next ones begin."""

    jobs: list[Job]
    next_cursor: str | None = None


class RequestRecordingPermissionResult(_Answer):
    """What was asked of the bot was taken on; it is done as soon as the bot hears of it."""

    job_id: str
    verb: str
    request_id: str
    accepted: bool
    status: str


class ManifestSpan(_Answer):
    """A stretch of the recording, in milliseconds from its start."""

    start_ms: int
    end_ms: int


class ManifestGap(ManifestSpan):
    """A stretch that is missing, and why; of all tracks when `track` is None."""

    reason: str | None = None
    track: int | None = None


class ManifestRecording(_Answer):
    """When it was recorded."""

    started_at: datetime
    ended_at: datetime | None = None
    duration_ms: int | None = None
    pauses: list[ManifestSpan] = []
    gaps: list[ManifestGap] = []


class ManifestFile(_Answer):
    """A file that `download_artifact` fetches by its `name`; `bytes` long, `sha256` in hex."""

    name: str
    kind: str | None = None
    media_type: str | None = None
    bytes: int | None = None
    sha256: str | None = None
    duration_ms: int | None = None
    speaker_id: str | None = None
    speaker: str | None = None
    start_offset_ms: int | None = None


class ManifestExit(_Answer):
    """How it ended."""

    status: str
    end_reason: str | None = None
    failure_code: str | None = None
    failure_detail: str | None = None


class ManifestJob(_Answer):
    """Whose recording it is."""

    id: str
    external_id: str | None = None
    meeting_url: str | None = Field(default=None, repr=False)
    platform: str | None = None
    display_name: str | None = None
    metadata: dict[str, Any] | None = None
    created_at: datetime | None = None
    joined_at: datetime | None = None
    ended_at: datetime | None = None


class Manifest(_Answer):
    """What was recorded; all offsets count from `recording.started_at`. `recording` is None when nothing was."""

    version: int
    job: ManifestJob
    recording: ManifestRecording | None = None
    files: list[ManifestFile] = []
    participants: list[dict[str, Any]] = []
    exit: ManifestExit | None = None
    warnings: list[str] = []

    def find_file(self, name: str) -> ManifestFile | None:
        """The file of that name."""
        return next((file for file in self.files if file.name == name), None)


@dataclass(frozen=True)
class Dispatch:
    """What became of a request for a bot.

    `created` is False when the external id was known: `job` is then the one that was there, as it is now, and no bot
    was sent. A repeat with the same idempotency key has the answer of the first request.
    """

    job: Job
    created: bool


class Composition(_Answer):
    """How a view that was asked for stands: `queued`, `running`, `done` or `failed`.

    `name` is the artifact that it becomes, in the manifest when it is done.
    """

    job_id: str
    name: str
    status: str


class DeliveryAttempt(_Answer):
    """One attempt, from 1: the `status` of the answer, or the `error` why there was none or no good one.

    `response_head` is the beginning of the answer, up to 4 KiB.
    """

    attempt: int
    at: datetime | None = None
    status: int | None = None
    error: str | None = None
    response_head: str | None = None


class Delivery(_Answer):
    """A webhook message and the story of its attempts. `state`: `pending`, `delivered`, `dead`."""

    delivery_id: str
    job_id: str
    event: str
    url: str = Field(repr=False)  # tokens may stand in it
    version: int
    state: str
    emitted_at: datetime | None = None
    next_attempt_at: datetime | None = None
    attempts: list[DeliveryAttempt] = []


class DeliveryList(_Answer):
    """Deliveries, as the API lists them."""

    deliveries: list[Delivery]


class WebhookTestResult(_Answer):
    """What came of a test event: whether the receiver took it, else why not, and how long it took."""

    delivery_id: str
    delivered: bool
    status: int | None = None
    error: str | None = None
    duration_ms: int = 0


class SecretRotation(_Answer):
    """A new signing secret, which is shown only now. The one before signs too until `previous_valid_until`."""

    webhook_secret: str = Field(repr=False)
    previous_valid_until: datetime | None = None


class ApiKey(_Answer):
    """A key without its secret. `hint` is its beginning; `last_used_at` is exact to a minute.

    `tenant_id` is None for keys that are the operator's.
    """

    id: str
    tenant_id: str | None = None
    name: str
    scope: str
    hint: str | None = None
    created_at: datetime | None = None
    expires_at: datetime | None = None
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None


class NewApiKey(ApiKey):
    """A key that was just made; `api_key` is the key itself, which is shown only now."""

    api_key: str = Field(repr=False)


class ApiKeyList(_Answer):
    """Keys, as the API lists them."""

    keys: list[ApiKey]


class Limits(_Answer):
    """How much a tenant may do at a time; None is up to the server."""

    max_concurrent_bots: int | None = None
    requests_per_minute: int | None = None


class Tenant(_Answer):
    """Whose the key is: the owner of jobs, keys and a webhook secret."""

    id: str
    name: str
    limits: Limits | None = None
    created_at: datetime | None = None


class CreditEntry(_Answer):
    """A line of the ledger, which is never changed. `kind`: `sign_up`, `top_up`, `usage`, `adjustment`."""

    id: str
    kind: str
    amount: Decimal
    job_id: str | None = None
    text: str | None = None
    at: datetime | None = None


class Credit(_Answer):
    """A tenant's credit, and a page of what it was used for, newest first. Amounts are exact.

    `billing` says whether anything is charged at all; `price_per_hour` is of recording.
    """

    billing: bool
    currency: str
    balance: Decimal
    price_per_hour: Decimal
    entries: list[CreditEntry] = []
    next_cursor: str | None = None


class WebhookData(_Answer):
    """What an event tells; what does not belong to that kind of event is None.

    `status` is the job's status when it happened. `at` is when somebody wrote in the chat.
    """

    event: str | None = None
    job_id: str | None = None
    external_id: str | None = None
    status: str | None = None
    metadata: dict[str, Any] | None = None
    manifest_uri: str | None = None
    end_reason: str | None = None
    previous_status: str | None = None
    failure_code: str | None = Field(default=None, alias="failure_code")
    failure_detail: str | None = Field(default=None, alias="failure_detail")
    failure_reason: str | None = Field(default=None, alias="failure_reason")
    granted: bool | None = None
    reason: str | None = None
    respondent: str | None = None
    bot_name: str | None = None
    vendor: str | None = None
    left_meeting: bool | None = None
    waiting_room_since: datetime | None = None
    participant_id: str | None = None
    name: str | None = None
    host: bool | None = None
    bot: bool | None = None
    sender_id: str | None = None
    sender: str | None = None
    at: datetime | None = None
    text: str | None = None


class WebhookEvent(_Answer):
    """A message to a webhook, read by `parse_webhook_event`. Sort repeats out by `delivery_id`."""

    delivery_id: str
    event: str
    emitted_at: datetime
    data: WebhookData
    type: str | None = None
    attempt: int = 1
    version: int = 1


class LoginBegun(_Answer):
    """A device login that has begun; `nonce` is as good as the key. Times are in seconds."""

    nonce: str = Field(repr=False)
    user_code: str
    verification_uri: str
    verification_uri_complete: str | None = None
    expires_in: float
    interval: float = 5.0  # RFC 8628, 3.2


class LoginKey(_Answer):
    """What an approved device login gives, once."""

    api_key: str = Field(repr=False)
