/** How a server finds and opens what others wrote for the plug points. */
@NullMarked
package dev.meetbot.spi.plugin;

import org.jspecify.annotations.NullMarked;
