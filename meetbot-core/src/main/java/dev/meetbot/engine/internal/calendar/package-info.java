/** Calendar invites: read, understood, remembered, and turned into jobs. */
@NullMarked
package dev.meetbot.engine.internal.calendar;

import org.jspecify.annotations.NullMarked;
