package dev.meetbot.jaxrs.security;

import dev.meetbot.model.KeyScope;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what only opens to a key of one of these scopes; on a method it goes before the class. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Authenticated {
  /** Whose keys open it. */
  KeyScope[] value() default {KeyScope.LIVE, KeyScope.TEST};
}
