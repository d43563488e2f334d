/** The page on which a person approves the login of a device. */
@NullMarked
package dev.meetbot.jaxrs.login;

import org.jspecify.annotations.NullMarked;
