/** Google Meet as a meeting platform. */
@NullMarked
package dev.meetbot.provider.platform.googlemeet;

import org.jspecify.annotations.NullMarked;
