/** The documentation's commands are run as they stand. */
@NullMarked
package dev.meetbot.it.docs;

import org.jspecify.annotations.NullMarked;
