/**
 * Tests of the installation: they start {@code ./sotto} as a user would. They run last, once it is built, and not in
 * every build; {@code ./test} sees to both.
 */
@NullMarked
package dev.sotto.installed;

import org.jspecify.annotations.NullMarked;
