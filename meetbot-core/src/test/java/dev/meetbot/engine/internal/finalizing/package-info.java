@NullMarked
package dev.meetbot.engine.internal.finalizing;

import org.jspecify.annotations.NullMarked;
