/** Where jobs, deliveries, tenants and keys are kept. */
@NullMarked
package dev.meetbot.spi.storage;

import org.jspecify.annotations.NullMarked;
