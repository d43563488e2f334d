/** Tests of the calendar. */
@NullMarked
package dev.meetbot.engine.internal.calendar;

import org.jspecify.annotations.NullMarked;
