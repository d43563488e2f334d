package dev.meetbot.lab.truth;

/**
 * How a guest is told from the others in a recording, whatever its layout.
 *
 * @param name the display name
 * @param hz the pitch of its tone
 * @param hue the colour (0 to 359 degrees) that its camera turns to, brightly, while it speaks
 */
public record Voice(String name, double hz, int hue) {}
