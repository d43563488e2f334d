/** What any running meetbot must do, on whatever server and under whatever path it is deployed. */
@NullMarked
package dev.meetbot.lab.app;

import org.jspecify.annotations.NullMarked;
