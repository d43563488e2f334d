/** Tests. */
@NullMarked
package dev.meetbot.engine.internal.access;

import org.jspecify.annotations.NullMarked;
