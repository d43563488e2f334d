/** The machine that the engine runs on, and what its browsers take of it. */
@NullMarked
package dev.meetbot.engine.internal.host;

import org.jspecify.annotations.NullMarked;
