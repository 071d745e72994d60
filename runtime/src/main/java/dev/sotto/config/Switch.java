package dev.sotto.config;

/** On or off. */
public enum Switch {
    ON,
    OFF
}
