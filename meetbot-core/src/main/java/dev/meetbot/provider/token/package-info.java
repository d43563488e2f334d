/** Tokens that identify a bot to a meeting platform. */
@NullMarked
package dev.meetbot.provider.token;

import org.jspecify.annotations.NullMarked;
