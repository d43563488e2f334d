/** Tests. */
@NullMarked
package dev.meetbot.engine.internal.intake;

import org.jspecify.annotations.NullMarked;
