/** What we give to clients (SDKs, their examples, the command line) against {@code bin/serve}. */
@NullMarked
package dev.meetbot.lab.clients;

import org.jspecify.annotations.NullMarked;
