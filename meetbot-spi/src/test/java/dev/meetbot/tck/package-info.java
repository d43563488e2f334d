/** The contract kit: tests that every provider must pass, a clock by hand, fakes. */
@NullMarked
package dev.meetbot.tck;

import org.jspecify.annotations.NullMarked;
