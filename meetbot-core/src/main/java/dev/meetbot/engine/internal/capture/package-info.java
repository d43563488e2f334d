/**
 * Taking what a meeting sends: the tap in the page, its frames on one line of time, files that grow
 * while the meeting runs.
 */
@NullMarked
package dev.meetbot.engine.internal.capture;

import org.jspecify.annotations.NullMarked;
