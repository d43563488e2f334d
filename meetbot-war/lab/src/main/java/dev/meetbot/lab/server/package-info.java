/** The packed server as a real process: start, readiness, first key, processor time, end. */
@NullMarked
package dev.meetbot.lab.server;

import org.jspecify.annotations.NullMarked;
