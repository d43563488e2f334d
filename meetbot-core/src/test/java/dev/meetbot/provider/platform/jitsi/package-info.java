@NullMarked
package dev.meetbot.provider.platform.jitsi;

import org.jspecify.annotations.NullMarked;
