@NullMarked
package dev.meetbot.engine.internal.capture.matroska;

import org.jspecify.annotations.NullMarked;
