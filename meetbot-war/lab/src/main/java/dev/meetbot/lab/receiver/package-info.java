/** A real HTTP server that takes webhooks and checks their signatures by independent means. */
@NullMarked
package dev.meetbot.lab.receiver;

import org.jspecify.annotations.NullMarked;
