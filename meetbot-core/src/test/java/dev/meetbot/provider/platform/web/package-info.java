@NullMarked
package dev.meetbot.provider.platform.web;

import org.jspecify.annotations.NullMarked;
