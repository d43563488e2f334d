/** The look that the pages for people share. */
@NullMarked
package dev.meetbot.jaxrs.page;

import org.jspecify.annotations.NullMarked;
