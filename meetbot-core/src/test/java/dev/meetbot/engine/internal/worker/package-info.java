/** Tests. */
@NullMarked
package dev.meetbot.engine.internal.worker;

import org.jspecify.annotations.NullMarked;
