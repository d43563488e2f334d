@NullMarked
package dev.meetbot.provider.platform.room;

import org.jspecify.annotations.NullMarked;
