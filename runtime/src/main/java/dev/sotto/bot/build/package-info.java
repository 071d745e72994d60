/**
 * From a bot's folder to its records: finds the files, reads the YAML, checks it, and notes every problem with its
 * place. Owns the format of {@code bot.yaml} and its limits. Nothing here trains, keeps or runs a bot.
 */
@NullMarked
package dev.sotto.bot.build;

import org.jspecify.annotations.NullMarked;
