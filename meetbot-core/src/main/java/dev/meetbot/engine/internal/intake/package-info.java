/** From a client's request to a job's specification. */
@NullMarked
package dev.meetbot.engine.internal.intake;

import org.jspecify.annotations.NullMarked;
