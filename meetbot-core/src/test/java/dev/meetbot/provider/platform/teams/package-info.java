@NullMarked
package dev.meetbot.provider.platform.teams;

import org.jspecify.annotations.NullMarked;
