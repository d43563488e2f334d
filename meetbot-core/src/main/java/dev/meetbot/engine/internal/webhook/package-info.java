/** Events, envelopes, signatures, retries and the outbox. */
@NullMarked
package dev.meetbot.engine.internal.webhook;

import org.jspecify.annotations.NullMarked;
