@NullMarked
package dev.meetbot.provider.playwright;

import org.jspecify.annotations.NullMarked;
