/** Jitsi Meet as a meeting platform. */
@NullMarked
package dev.meetbot.provider.platform.jitsi;

import org.jspecify.annotations.NullMarked;
