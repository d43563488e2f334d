/** The lab's own web and media server, which stands in for the platforms'. */
@NullMarked
package dev.meetbot.lab.site;

import org.jspecify.annotations.NullMarked;
