package dev.sotto.channel.websocket;

import dev.sotto.access.RateLimits;
import dev.sotto.channel.Refusals;
import dev.sotto.metrics.Metrics;
import dev.sotto.time.Timers;

/** What all connections share. */
record SocketSurroundings(
        SocketSettings settings,
        Greeting greeting,
        RateLimits limits,
        Refusals refusals,
        Metrics metrics,
        Timers timers) {}
