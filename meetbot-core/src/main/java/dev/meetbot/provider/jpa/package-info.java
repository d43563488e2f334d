/** Storage in a relational database by Hibernate; the schema is brought up to date by Liquibase. */
@NullMarked
package dev.meetbot.provider.jpa;

import org.jspecify.annotations.NullMarked;
