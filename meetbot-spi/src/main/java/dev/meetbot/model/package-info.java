/** Immutable values that every module shares. */
@NullMarked
package dev.meetbot.model;

import org.jspecify.annotations.NullMarked;
