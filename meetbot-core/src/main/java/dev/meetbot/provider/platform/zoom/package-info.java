/** Zoom, by its web client, as a meeting platform. */
@NullMarked
package dev.meetbot.provider.platform.zoom;

import org.jspecify.annotations.NullMarked;
