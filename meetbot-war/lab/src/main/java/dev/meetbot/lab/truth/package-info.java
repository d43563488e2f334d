/** What really happened in a call: who spoke when, at which pitch, and what was sent. */
@NullMarked
package dev.meetbot.lab.truth;

import org.jspecify.annotations.NullMarked;
