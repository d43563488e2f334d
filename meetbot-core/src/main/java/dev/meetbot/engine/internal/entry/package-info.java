/** What a bot brings to the door: accounts, passcodes, tokens. */
@NullMarked
package dev.meetbot.engine.internal.entry;

import org.jspecify.annotations.NullMarked;
