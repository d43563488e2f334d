/** The HTTP API over the engine, for any JAX-RS {@code Application}. */
@NullMarked
package dev.meetbot.jaxrs;

import org.jspecify.annotations.NullMarked;
