/** What travels on the wire: the only place that knows JSON Binding. */
@NullMarked
package dev.meetbot.jaxrs.dto;

import org.jspecify.annotations.NullMarked;
