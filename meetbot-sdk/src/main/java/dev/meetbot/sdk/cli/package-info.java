/**
 * The command line {@code meetbot}. No part of the library: nothing here is public but {@link
 * dev.meetbot.sdk.cli.Main}, and it needs picocli, which the library does not bring.
 *
 * <p>Commands say what to do and print; what is outside the program (environment, terminal, time,
 * browser, other programs) comes from {@link dev.meetbot.sdk.cli.Outside}, which tests replace.
 */
@NullMarked
package dev.meetbot.sdk.cli;

import org.jspecify.annotations.NullMarked;
