/** Claiming jobs and running their bots. */
@NullMarked
package dev.meetbot.engine.internal.worker;

import org.jspecify.annotations.NullMarked;
