/** The lab's command: runs scenarios against the packed server and reports. */
@NullMarked
package dev.meetbot.lab.run;

import org.jspecify.annotations.NullMarked;
