package dev.sotto.speech.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The phones of the model, and the units that they sound as: a unit is a phone and its three senones, which depend on the
 * phones beside it and on its place in the word. Immutable.
 */
public final class Phones {

    /** States of a phone. */
    public static final int STATES = 3;

    /** Where in its word a phone stands, and the letter of it in the model's definition. */
    public enum Place {
        INSIDE('i', 0),
        BEGIN('b', 1),
        END('e', 2),
        SINGLE('s', 3);

        private static final int COUNT = values().length;

        private final char letter;
        private final int column;

        Place(char letter, int column) {
            this.letter = letter;
            this.column = column;
        }
    }

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<int[]> units = new ArrayList<>();
    private final List<Integer> phoneOfUnit = new ArrayList<>();
    private final Map<Long, Integer> unitNumbers = new HashMap<>();
    private int[] inContext = new int[0];
    private int[] phoneOfSenone = new int[0];
    private int[] stateOfSenone = new int[0];

    private Phones() {}

    static Phones read() {
        Phones phones = new Phones();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(SphinxFile.open("en-us/mdef"), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                phones.take(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phones;
    }

    /** Returns how many phones, those of silence and noise among them. */
    public int count() {
        return names.size();
    }

    /** Returns how many senones. */
    int senones() {
        return phoneOfSenone.length;
    }

    /** Returns the name of a phone, such as {@code AH} or {@code +NSN+}. */
    public String name(int phone) {
        return names.get(phone);
    }

    /** Returns the number of a phone, or null if there is none of that name. */
    public @Nullable Integer number(String name) {
        return numbers.get(name);
    }

    /** Returns the number of silence. */
    public int silence() {
        return named("SIL");
    }

    /** Returns whether a phone is one of speech, neither silence nor noise. */
    public boolean isSpeech(int phone) {
        return phone != silence() && Character.isLetter(name(phone).charAt(0));
    }

    /** Returns the unit of a phone by itself, whatever is beside it. */
    public int alone(int phone) {
        return phone;
    }

    /** Returns the unit of a phone between two others; the one for another place or for any neighbours if it has none. */
    public int between(int phone, int left, int right, Place place) {
        int unit = inContext[index(phone, left, right, place)];
        if (unit >= 0) {
            return unit;
        }
        for (Place other : Place.values()) {
            unit = inContext[index(phone, left, right, other)];
            if (unit >= 0) {
                return unit;
            }
        }
        return alone(phone);
    }

    /** Returns the phone of a unit. */
    public int phoneOfUnit(int unit) {
        return phoneOfUnit.get(unit);
    }

    /** Returns a senone of a unit. */
    public int senone(int unit, int state) {
        return units.get(unit)[state];
    }

    /** Returns the phone of a senone. */
    public int phoneOfSenone(int senone) {
        return phoneOfSenone[senone];
    }

    /** Returns the state of a senone. */
    public int stateOfSenone(int senone) {
        return stateOfSenone[senone];
    }

    /** A line has the phone, its neighbours, its place, an attribute, its transitions, three senones and an N. */
    private void take(String line) {
        if (!line.endsWith("N")) {
            return;
        }
        StringTokenizer tokens = new StringTokenizer(line);
        if (tokens.countTokens() != 10) {
            return;
        }
        String name = tokens.nextToken();
        String left = tokens.nextToken();
        String right = tokens.nextToken();
        char place = tokens.nextToken().charAt(0);
        tokens.nextToken();
        tokens.nextToken();
        int[] senones = new int[STATES];
        for (int state = 0; state < STATES; state++) {
            senones[state] = Integer.parseInt(tokens.nextToken());
        }
        boolean alone = left.equals("-");
        if (alone) {
            numbers.put(name, names.size());
            names.add(name);
        } else if (inContext.length == 0) {
            inContext = new int[count() * count() * count() * Place.COUNT];
            Arrays.fill(inContext, -1);
        }
        int phone = named(name);
        int unit = unit(phone, senones, alone);
        if (!alone) {
            inContext[index(phone, named(left), named(right), place(place))] = unit;
        }
    }

    private int named(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("en-us/mdef: found no phone " + name + "; expected one");
        }
        return number;
    }

    private int unit(int phone, int[] senones, boolean fresh) {
        long key = ((long) senones[0] << 42) | ((long) senones[1] << 21) | senones[2];
        Integer known = fresh ? null : unitNumbers.get(key);
        if (known != null) {
            return known;
        }
        int number = units.size();
        units.add(senones);
        phoneOfUnit.add(phone);
        unitNumbers.put(key, number);
        for (int state = 0; state < STATES; state++) {
            growSenones(senones[state]);
            phoneOfSenone[senones[state]] = phone;
            stateOfSenone[senones[state]] = state;
        }
        return number;
    }

    private void growSenones(int senone) {
        if (senone >= phoneOfSenone.length) {
            phoneOfSenone = Arrays.copyOf(phoneOfSenone, senone + 1);
            stateOfSenone = Arrays.copyOf(stateOfSenone, senone + 1);
        }
    }

    private int index(int phone, int left, int right, Place place) {
        return ((phone * count() + left) * count() + right) * Place.COUNT + place.column;
    }

    private static Place place(char letter) {
        for (Place place : Place.values()) {
            if (place.letter == letter) {
                return place;
            }
        }
        throw new IllegalStateException("en-us/mdef: found the place " + letter + " in a word; expected one of ibes");
    }
}
