/** What the trial on foreign servers decides, without a server. */
@NullMarked
package dev.meetbot.lab.dropin;

import org.jspecify.annotations.NullMarked;
