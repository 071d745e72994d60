/**
 * Tests that authors write beside their bots, and what runs them: the compiled bot through the dialogue, without a
 * server, in no time but the test's own, and never a call to anybody. Test files are their author's words, so a failure
 * may quote them; nothing that a person said to a server may enter.
 */
@NullMarked
package dev.sotto.bot.testing;

import org.jspecify.annotations.NullMarked;
