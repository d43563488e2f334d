/** Microsoft Teams as a meeting platform. */
@NullMarked
package dev.meetbot.provider.platform.teams;

import org.jspecify.annotations.NullMarked;
