package dev.sotto.bench;

import java.util.List;
import java.util.Random;

/**
 * What one customer of the bank bot says, line after line, for as long as anybody listens. Names and amounts differ from
 * time to time, so that no answer can come from a memory of the very same line; what is said differs in no other way
 * between two runs of one seed. Nothing in it ends the conversation. Confined to one thread.
 */
final class BankTalk {

    private static final List<String> PAYEES = List.of("Anna", "my brother", "Carla Jones", "my landlord");
    private static final List<String> CARDS = List.of("debit card", "credit card");

    /** Lines that need no other before them. */
    private static final int[] BEGINNINGS = {0, 1, 3, 4, 6};

    private static final int LINES = 9;

    private final Random random;
    private int step;

    BankTalk(long seed) {
        this.random = new Random(seed);
        this.step = BEGINNINGS[random.nextInt(BEGINNINGS.length)];
    }

    /** Returns the next line. */
    String next() {
        return switch (step++ % LINES) {
            case 0 -> "how much money have I got left on account " + random.nextInt(10_000);
            case 1 -> "send " + one(PAYEES) + " " + pounds() + " pounds please";
            case 2, 8 -> "yes";
            case 3 -> "what time does branch " + random.nextInt(10_000) + " open on Saturday";
            case 4 -> "I have lost my " + one(CARDS) + " ending in " + (1000 + random.nextInt(9000));
            case 5 -> "yes please";
            case 6 -> "pay " + one(PAYEES);
            default -> pounds() + " pounds and " + (1 + random.nextInt(99)) + " pence";
        };
    }

    private int pounds() {
        return 1 + random.nextInt(400);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
