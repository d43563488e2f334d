"""Client for the meetbot API: send bots into meetings, look after them, fetch what they recorded.

    from meetbot import MeetBot

    with MeetBot() as mb:  # the key is in MEETBOT_API_KEY
        job = mb.dispatch_bot(external_id="lesson-1", meeting_url="https://meet.google.com/abc-defg-hij")
        print(mb.wait_for(job.id).manifest_uri)
"""

from ._version import VERSION as __version__
from .client import AsyncMeetBot, MeetBot
from .errors import (
    MeetbotApiError,
    MeetbotConflictError,
    MeetbotConnectionError,
    MeetbotError,
    MeetbotForbiddenError,
    MeetbotNotFoundError,
    MeetbotRateLimitError,
    MeetbotResponseError,
    MeetbotServerError,
    MeetbotTimeoutError,
    MeetbotUnauthorizedError,
    MeetbotUsageError,
    MeetbotValidationError,
)
from .models import (
    FINAL_STATUSES,
    AutoLeave,
    AutoLeaveConfig,
    Consent,
    ConsentConfig,
    Job,
    Join,
    JoinConfig,
    Manifest,
    ManifestExit,
    ManifestFile,
    ManifestGap,
    ManifestJob,
    ManifestRecording,
    ManifestSpan,
    Recording,
    RecordingConfig,
    RequestRecordingPermissionResult,
    StatusEntry,
    WebhookData,
    WebhookEvent,
    Webhooks,
)
from .webhooks import parse_webhook_event, verify_standard_webhook, verify_webhook_signature

__all__ = [
    "FINAL_STATUSES",
    "AsyncMeetBot",
    "AutoLeave",
    "AutoLeaveConfig",
    "Consent",
    "ConsentConfig",
    "Job",
    "Join",
    "JoinConfig",
    "Manifest",
    "ManifestExit",
    "ManifestFile",
    "ManifestGap",
    "ManifestJob",
    "ManifestRecording",
    "ManifestSpan",
    "MeetBot",
    "MeetbotApiError",
    "MeetbotConflictError",
    "MeetbotConnectionError",
    "MeetbotError",
    "MeetbotForbiddenError",
    "MeetbotNotFoundError",
    "MeetbotRateLimitError",
    "MeetbotResponseError",
    "MeetbotServerError",
    "MeetbotTimeoutError",
    "MeetbotUnauthorizedError",
    "MeetbotUsageError",
    "MeetbotValidationError",
    "Recording",
    "RecordingConfig",
    "RequestRecordingPermissionResult",
    "StatusEntry",
    "WebhookData",
    "WebhookEvent",
    "Webhooks",
    "__version__",
    "parse_webhook_event",
    "verify_standard_webhook",
    "verify_webhook_signature",
]
