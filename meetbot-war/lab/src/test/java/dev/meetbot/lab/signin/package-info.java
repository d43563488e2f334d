/** Tests of signing in by hand. */
@NullMarked
package dev.meetbot.lab.signin;

import org.jspecify.annotations.NullMarked;
