/** Keys, secrets and who a caller is. */
@NullMarked
package dev.meetbot.engine.internal.access;

import org.jspecify.annotations.NullMarked;
