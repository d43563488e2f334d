/** Errors of the HTTP API, all in one shape. */
@NullMarked
package dev.meetbot.jaxrs.error;

import org.jspecify.annotations.NullMarked;
