/** Signing a bot's account in by hand. */
@NullMarked
package dev.meetbot.lab.signin;

import org.jspecify.annotations.NullMarked;
