/** Reports of bots that run outside the server's process. */
@NullMarked
package dev.meetbot.engine.internal.ingest;

import org.jspecify.annotations.NullMarked;
