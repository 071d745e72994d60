/**
 * The one gate through which anything of a conversation could be kept, and today's only keeper: nothing. Whatever will
 * ever write down what people say lives in this package; an architecture test keeps files and databases out of all
 * others.
 */
@NullMarked
package dev.sotto.retention;

import org.jspecify.annotations.NullMarked;
