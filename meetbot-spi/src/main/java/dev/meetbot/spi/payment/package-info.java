/** How a payment service tells that money came in. */
@NullMarked
package dev.meetbot.spi.payment;

import org.jspecify.annotations.NullMarked;
