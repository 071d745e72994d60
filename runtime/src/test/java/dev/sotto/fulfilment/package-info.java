@NullMarked
package dev.sotto.fulfilment;

import org.jspecify.annotations.NullMarked;
