/** Tests. */
@NullMarked
package dev.meetbot.engine.internal.webhook;

import org.jspecify.annotations.NullMarked;
