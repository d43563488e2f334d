/** Webhooks by HTTP, to addresses that a policy allows. */
@NullMarked
package dev.meetbot.provider.http;

import org.jspecify.annotations.NullMarked;
