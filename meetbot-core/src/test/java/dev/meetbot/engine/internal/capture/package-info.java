@NullMarked
package dev.meetbot.engine.internal.capture;

import org.jspecify.annotations.NullMarked;
