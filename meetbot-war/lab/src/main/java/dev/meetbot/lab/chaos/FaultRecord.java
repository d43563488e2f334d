package dev.meetbot.lab.chaos;

/**
 * A fault that happened.
 *
 * @param atMs when, in epoch ms
 */
record FaultRecord(FaultKind kind, double atMs) {}
