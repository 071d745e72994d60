package dev.sotto.lex;

import dev.sotto.sensitive.Saying;

/** A message of plain text as Lex V2 has it; other content types are refused by name when a hook sends them. */
public record LexMessage(Saying content) {}
