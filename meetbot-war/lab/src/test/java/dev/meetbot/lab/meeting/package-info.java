/** Whole meetings: the packed server, real guests, real Chromium, real webhooks. */
@NullMarked
package dev.meetbot.lab.meeting;

import org.jspecify.annotations.NullMarked;
