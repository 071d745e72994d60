/**
 * What every reader and writer of JSON here needs: buffers that are wiped, and text that is whole. What a document means
 * is the business of the package that reads it.
 */
@NullMarked
package dev.sotto.json;

import org.jspecify.annotations.NullMarked;
