/** A Postman collection out of the OpenAPI document. */
@NullMarked
package dev.meetbot.contract.postman;

import org.jspecify.annotations.NullMarked;
