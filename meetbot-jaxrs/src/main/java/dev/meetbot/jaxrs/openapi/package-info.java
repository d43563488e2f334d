/** The API about itself: its OpenAPI document, a Postman collection and the reference page. */
@NullMarked
package dev.meetbot.jaxrs.openapi;

import org.jspecify.annotations.NullMarked;
