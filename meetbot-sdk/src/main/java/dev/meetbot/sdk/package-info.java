/**
 * The client of meetbot's API: {@link dev.meetbot.sdk.MeetBot} waits for its answers, {@link
 * dev.meetbot.sdk.AsyncMeetBot} gives futures of them; both have the same methods. Webhooks are
 * verified by {@link dev.meetbot.sdk.WebhookSignature} and read by {@link
 * dev.meetbot.sdk.WebhookEvent}.
 *
 * <p>What a newer server adds does not break it: unknown fields are passed over, unknown statuses,
 * codes and events keep their text.
 */
@NullMarked
package dev.meetbot.sdk;

import org.jspecify.annotations.NullMarked;
