/** Stripe's webhooks. */
@NullMarked
package dev.meetbot.provider.stripe;

import org.jspecify.annotations.NullMarked;
