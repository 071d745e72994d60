package dev.sotto.prove;

import dev.sotto.client.SottoClient;
import dev.sotto.config.ListenAddress;

/**
 * The way by which a proof calls bots by telephone.
 *
 * @param client with a key, for others get no ticket
 * @param at where the server takes calls
 */
public record CallLine(SottoClient client, ListenAddress at) {}
