/** How a real browser is driven. */
@NullMarked
package dev.meetbot.spi.browser;

import org.jspecify.annotations.NullMarked;
