/** The resources of the HTTP API. */
@NullMarked
package dev.meetbot.jaxrs.resource;

import org.jspecify.annotations.NullMarked;
