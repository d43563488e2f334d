/** The life of a job: pure decisions and the one place that stores them. */
@NullMarked
package dev.meetbot.engine.internal.lifecycle;

import org.jspecify.annotations.NullMarked;
