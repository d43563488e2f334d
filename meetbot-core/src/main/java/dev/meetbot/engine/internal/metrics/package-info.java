/** What the engine counts for an operator's monitoring. */
@NullMarked
package dev.meetbot.engine.internal.metrics;

import org.jspecify.annotations.NullMarked;
