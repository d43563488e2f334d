/** What a meeting platform is: URLs, a page with facts and acts. */
@NullMarked
package dev.meetbot.spi.meeting;

import org.jspecify.annotations.NullMarked;
