/** Who asks, and what browsers may make of an answer. */
@NullMarked
package dev.meetbot.jaxrs.security;

import org.jspecify.annotations.NullMarked;
