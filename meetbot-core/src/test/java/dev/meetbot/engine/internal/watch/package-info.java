/** Tests. */
@NullMarked
package dev.meetbot.engine.internal.watch;

import org.jspecify.annotations.NullMarked;
