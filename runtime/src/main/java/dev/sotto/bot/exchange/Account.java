package dev.sotto.bot.exchange;

import java.util.ArrayList;
import java.util.List;

/** Keeps account of one import. What stands here is of the bot's author, never of a caller. Confined to one import. */
final class Account {

    private final List<String> approximated = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    /** Notes what means nearly the same now. */
    void approximated(Piece piece, String how) {
        approximated.add(piece.place() + ": " + how);
    }

    /** Notes what is not in the bot, and takes it as read. */
    void left(Piece piece, String why) {
        if (!piece.isTaken()) {
            piece.take();
            left.add(piece.place() + ": " + why);
        }
    }

    /** Notes all of a file that nobody has read. */
    void close(Piece file) {
        file.leftovers(piece -> left.add(piece.place() + ": there is nothing like it"));
    }

    List<String> approximated() {
        return List.copyOf(approximated);
    }

    List<String> left() {
        return List.copyOf(left);
    }
}
