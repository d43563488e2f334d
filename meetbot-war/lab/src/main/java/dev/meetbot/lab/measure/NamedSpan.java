package dev.meetbot.lab.measure;

import dev.meetbot.lab.truth.Span;

/** A stretch of speech that a timeline gives to a name, in ms of the recording. */
public record NamedSpan(String name, Span span) {}
