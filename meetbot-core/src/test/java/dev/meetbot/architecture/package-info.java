/** Tests. */
@NullMarked
package dev.meetbot.architecture;

import org.jspecify.annotations.NullMarked;
