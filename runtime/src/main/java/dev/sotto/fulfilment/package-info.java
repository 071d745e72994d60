/**
 * Calls the operator's services: over HTTPS only, signed, to hosts and addresses that the configuration lists, within a
 * time-out and a bound. What an answer means for the conversation is the dialogue's business; nothing here decides it,
 * and nothing of an event or an answer is logged or kept.
 */
@NullMarked
package dev.sotto.fulfilment;

import org.jspecify.annotations.NullMarked;
