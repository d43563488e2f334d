/** The engine in a plain {@code main}. */
@org.jspecify.annotations.NullMarked
package dev.meetbot.examples.embedded;
