/** Whether the host allows to record: pure decisions, and what words mean. */
@NullMarked
package dev.meetbot.engine.internal.consent;

import org.jspecify.annotations.NullMarked;
