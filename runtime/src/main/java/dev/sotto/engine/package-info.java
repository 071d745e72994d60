/**
 * The one place where blocking work leaves the event loop: a pool with named threads, a bounded queue, a time-out and
 * its figures, around engines that know nothing of any of these. No engine and no conversation may enter.
 */
@NullMarked
package dev.sotto.engine;

import org.jspecify.annotations.NullMarked;
