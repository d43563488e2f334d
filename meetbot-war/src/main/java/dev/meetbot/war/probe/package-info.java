/** The live page check: goes into a meeting of the operator's own and says what still matches. */
@NullMarked
package dev.meetbot.war.probe;

import org.jspecify.annotations.NullMarked;
