/** Tests of what bots bring to the door. */
@NullMarked
package dev.meetbot.engine.internal.entry;

import org.jspecify.annotations.NullMarked;
