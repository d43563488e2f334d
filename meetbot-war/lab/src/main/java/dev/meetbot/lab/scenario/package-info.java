/** What is tried: scenarios as data, with what must come of them. */
@NullMarked
package dev.meetbot.lab.scenario;

import org.jspecify.annotations.NullMarked;
