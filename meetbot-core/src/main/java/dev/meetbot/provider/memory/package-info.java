/** Providers that keep everything in this process's memory: for tests and for trying things out. */
@NullMarked
package dev.meetbot.provider.memory;

import org.jspecify.annotations.NullMarked;
