/** Requests that are sent again, and done once. */
@NullMarked
package dev.meetbot.jaxrs.idempotency;

import org.jspecify.annotations.NullMarked;
