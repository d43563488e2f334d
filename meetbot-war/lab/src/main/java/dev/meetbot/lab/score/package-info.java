/** What came of a scenario, held against what really happened. Shares no code with the engine. */
@NullMarked
package dev.meetbot.lab.score;

import org.jspecify.annotations.NullMarked;
