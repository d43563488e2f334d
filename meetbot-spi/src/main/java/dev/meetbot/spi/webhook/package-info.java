/** How the bytes of a webhook travel. */
@NullMarked
package dev.meetbot.spi.webhook;

import org.jspecify.annotations.NullMarked;
