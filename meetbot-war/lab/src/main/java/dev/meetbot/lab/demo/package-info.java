/** The demonstration: a whole recorded meeting, measured and reported. */
@NullMarked
package dev.meetbot.lab.demo;

import org.jspecify.annotations.NullMarked;
