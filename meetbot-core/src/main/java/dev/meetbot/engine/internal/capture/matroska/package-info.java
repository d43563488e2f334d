/** Matroska and WebM files with one track: RFC 8794 (EBML) and RFC 9559 (Matroska). */
@NullMarked
package dev.meetbot.engine.internal.capture.matroska;

import org.jspecify.annotations.NullMarked;
