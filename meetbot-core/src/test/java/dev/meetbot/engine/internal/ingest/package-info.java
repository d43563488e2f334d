/** Tests of the ingest. */
@NullMarked
package dev.meetbot.engine.internal.ingest;

import org.jspecify.annotations.NullMarked;
