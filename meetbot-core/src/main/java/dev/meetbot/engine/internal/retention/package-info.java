/** How long recordings are kept. */
@NullMarked
package dev.meetbot.engine.internal.retention;

import org.jspecify.annotations.NullMarked;
