package dev.meetbot.model;

/**
 * Why a job failed.
 *
 * @param detail one sentence for people: what was seen and when, with the page's own words
 */
public record Failure(FailureCode code, String detail) {}
