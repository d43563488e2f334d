@NullMarked
package dev.meetbot.provider.platform;

import org.jspecify.annotations.NullMarked;
