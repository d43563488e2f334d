/**
 * Meetings on other people's web pages: what a page looks like is a data file, what to do on it
 * follows from it.
 */
@NullMarked
package dev.meetbot.provider.platform.web;

import org.jspecify.annotations.NullMarked;
