@NullMarked
package dev.meetbot.provider.platform.zoom;

import org.jspecify.annotations.NullMarked;
