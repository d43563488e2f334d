/** Further views of finished recordings: what was asked for, and who makes it when. */
@NullMarked
package dev.meetbot.engine.internal.composing;

import org.jspecify.annotations.NullMarked;
