/** The built-in meeting room as a meeting platform. */
@NullMarked
package dev.meetbot.provider.platform.room;

import org.jspecify.annotations.NullMarked;
