package dev.sotto.access;

import dev.sotto.sensitive.Secret;
import java.time.Duration;

/**
 * A token on its way to whoever asked for it.
 *
 * @param token what to present
 * @param life how long it is valid from now, unless it is used before
 */
public record IssuedToken(Secret token, Duration life) {}
