/** Tests. */
@NullMarked
package dev.meetbot.engine.internal.lifecycle;

import org.jspecify.annotations.NullMarked;
