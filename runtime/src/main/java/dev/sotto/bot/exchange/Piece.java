package dev.sotto.bot.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A piece of an export that remembers what was read of it, so that what nobody read can be told. An absent member, null
 * and an empty list are the same: nothing was said. Confined to one import.
 */
final class Piece {

    private final String place;
    private final JsonNode node;
    private final Map<String, Piece> members = new LinkedHashMap<>();
    private final List<Piece> items = new ArrayList<>();
    private boolean taken;

    private Piece(String place, JsonNode node) {
        this.place = place;
        this.node = node;
        node.properties().forEach(field -> {
            String separator = place.endsWith(": ") ? "" : ".";
            members.put(field.getKey(), new Piece(place + separator + field.getKey(), field.getValue()));
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                items.add(new Piece(place + "[" + i + "]", node.get(i)));
            }
        }
    }

    /** Returns a whole file. */
    static Piece file(String name, JsonNode root) {
        return new Piece(name + ": ", root);
    }

    /** Returns where it is, as a report names it. */
    String place() {
        return place.endsWith(": ") ? place.substring(0, place.length() - 2) : place;
    }

    /** Returns a member that says something, by the first of its names that does: exports differ in them. */
    Optional<Piece> get(String... names) {
        for (String name : names) {
            Piece member = members.get(name);
            if (member != null && member.saysSomething()) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }

    /** Returns whether there is such a member at all, be it null. */
    boolean has(String name) {
        return members.containsKey(name);
    }

    /** Returns a member whether or not it says something, if it is more than null. */
    Optional<Piece> raw(String name) {
        return Optional.ofNullable(members.get(name)).filter(member -> !member.node.isNull());
    }

    /** Tells of each member, in the order of the file. */
    void each(BiConsumer<String, Piece> tell) {
        members.forEach(tell);
    }

    /** Returns the items of a list. */
    List<Piece> list(String... names) {
        return get(names).map(list -> List.copyOf(list.items)).orElse(List.of());
    }

    /** Returns the members of an object, by name. */
    Map<String, Piece> members() {
        return Map.copyOf(members);
    }

    /** Returns a text. */
    Optional<String> text(String... names) {
        return get(names).filter(member -> member.node.isTextual()).map(Piece::text);
    }

    /** Returns the text that this is. */
    String text() {
        taken = true;
        return node.asText();
    }

    /** Returns the text that this is, without taking it as read. */
    String peek() {
        return node.asText();
    }

    /** Returns a whole number. */
    OptionalInt number(String... names) {
        Optional<Piece> member = get(names).filter(found -> found.node.canConvertToInt());
        member.ifPresent(found -> found.taken = true);
        return member.map(found -> OptionalInt.of(found.node.asInt())).orElse(OptionalInt.empty());
    }

    /** Returns a number. */
    OptionalDouble decimal(String... names) {
        Optional<Piece> member = get(names).filter(found -> found.node.isNumber());
        member.ifPresent(found -> found.taken = true);
        return member.map(found -> OptionalDouble.of(found.node.asDouble())).orElse(OptionalDouble.empty());
    }

    /** Returns whether a member is there and true; the answer to {@code otherwise} if it is not there. */
    boolean isTrue(String name, boolean otherwise) {
        Optional<Piece> member = get(name);
        member.ifPresent(found -> found.taken = true);
        return member.map(found -> found.node.asBoolean()).orElse(otherwise);
    }

    /** Takes members as read that mean nothing outside the service that wrote them. */
    void pass(String... names) {
        for (String name : names) {
            Optional.ofNullable(members.get(name)).ifPresent(Piece::take);
        }
    }

    /** Takes all of it as read. */
    void take() {
        taken = true;
        members.values().forEach(Piece::take);
        items.forEach(Piece::take);
    }

    /** Returns whether all of it was taken as read. */
    boolean isTaken() {
        return taken;
    }

    /** Returns how many values were read. */
    int values() {
        if (node.isValueNode()) {
            return taken && saysSomething() ? 1 : 0;
        }
        return members.values().stream().mapToInt(Piece::values).sum()
                + items.stream().mapToInt(Piece::values).sum();
    }

    /** Tells of every piece that nobody read, as few and as large as possible. */
    void leftovers(Consumer<Piece> tell) {
        if (!saysSomething() || taken) {
            return;
        }
        if (isUntouched()) {
            tell.accept(this);
        } else {
            members.values().forEach(member -> member.leftovers(tell));
            items.forEach(item -> item.leftovers(tell));
        }
    }

    private boolean isUntouched() {
        return !taken
                && members.values().stream().allMatch(Piece::isUntouched)
                && items.stream().allMatch(Piece::isUntouched);
    }

    /** Whether there is more in it than nothing, "no" and emptiness. */
    boolean saysSomething() {
        if (node.isValueNode()) {
            return !node.isNull() && !(node.isTextual() && node.textValue().isEmpty());
        }
        return members.values().stream().anyMatch(Piece::saysSomething)
                || items.stream().anyMatch(Piece::saysSomething);
    }
}
