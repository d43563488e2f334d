/** Tests. */
@NullMarked
package dev.meetbot.engine;

import org.jspecify.annotations.NullMarked;
