/** What recordings cost, and the books about it. */
@NullMarked
package dev.meetbot.engine.internal.credit;

import org.jspecify.annotations.NullMarked;
