/**
 * The rules that hold the whole runtime together, checked against its compiled classes. Each names its reason, and each
 * is shown to find a violation that was planted in the packages below {@code planted}.
 */
@NullMarked
package dev.sotto.architecture;

import org.jspecify.annotations.NullMarked;
