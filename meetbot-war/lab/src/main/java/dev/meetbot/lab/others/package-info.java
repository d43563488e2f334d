/** Meeting servers that others wrote, on loopback, from packages alone. */
@NullMarked
package dev.meetbot.lab.others;

import org.jspecify.annotations.NullMarked;
