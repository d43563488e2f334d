/** The OpenAPI document as something that tests can hold against a server. */
@NullMarked
package dev.meetbot.contract;

import org.jspecify.annotations.NullMarked;
