/** Tests. */
@NullMarked
package dev.meetbot.engine.internal.credit;

import org.jspecify.annotations.NullMarked;
