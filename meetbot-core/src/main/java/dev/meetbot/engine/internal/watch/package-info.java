/** Watching a meeting: one snapshot per tick, an ordered list of checks. */
@NullMarked
package dev.meetbot.engine.internal.watch;

import org.jspecify.annotations.NullMarked;
