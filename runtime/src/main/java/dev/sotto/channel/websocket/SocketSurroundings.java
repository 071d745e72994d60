package dev.sotto.channel.websocket;

import dev.sotto.access.RateLimits;
import dev.sotto.channel.Refusals;
import dev.sotto.metrics.Metrics;
import dev.sotto.time.Timers;
import dev.sotto.voice.Voices;

/** What all connections share. */
record SocketSurroundings(
        SocketSettings settings,
        Greeting greeting,
        RateLimits limits,
        Refusals refusals,
        Metrics metrics,
        Timers timers,
        Voices voices) {}
