/** A worker's side of the ingest endpoints: jobs come from a server, and are reported to it. */
@NullMarked
package dev.meetbot.provider.remote;

import org.jspecify.annotations.NullMarked;
