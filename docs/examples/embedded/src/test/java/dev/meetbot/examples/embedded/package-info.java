/** The example is run. */
@org.jspecify.annotations.NullMarked
package dev.meetbot.examples.embedded;
