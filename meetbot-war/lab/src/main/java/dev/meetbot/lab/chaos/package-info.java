/** Things that break while bots record, and what was lost by it. */
@NullMarked
package dev.meetbot.lab.chaos;

import org.jspecify.annotations.NullMarked;
