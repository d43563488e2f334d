/** Figures of recordings, computed from the files alone by ffprobe, ffmpeg and FFT. */
@NullMarked
package dev.meetbot.lab.measure;

import org.jspecify.annotations.NullMarked;
