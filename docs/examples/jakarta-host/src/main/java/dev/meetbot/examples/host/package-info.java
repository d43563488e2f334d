/** An application with things of its own to do, and meetbot in it. */
@org.jspecify.annotations.NullMarked
package dev.meetbot.examples.host;
