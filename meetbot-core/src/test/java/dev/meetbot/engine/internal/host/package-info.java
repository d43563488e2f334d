/** Tests. */
@NullMarked
package dev.meetbot.engine.internal.host;

import org.jspecify.annotations.NullMarked;
