/** Tests of tokens for bots. */
@NullMarked
package dev.meetbot.provider.token;

import org.jspecify.annotations.NullMarked;
