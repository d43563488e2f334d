/** Webhooks as messages to a broker. */
@NullMarked
package dev.meetbot.example.webhooks;

import org.jspecify.annotations.NullMarked;
