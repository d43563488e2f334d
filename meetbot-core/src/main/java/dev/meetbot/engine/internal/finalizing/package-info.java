/**
 * Turns what a bot captured into the files that a client gets: one lossless file per participant,
 * the mixed sound, the composed video, the texts and, last of all, the manifest.
 */
@NullMarked
package dev.meetbot.engine.internal.finalizing;

import org.jspecify.annotations.NullMarked;
