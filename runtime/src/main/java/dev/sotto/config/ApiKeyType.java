package dev.sotto.config;

import dev.sotto.access.ApiKey;
import dev.sotto.access.BotGrant;
import dev.sotto.access.SecretHash;
import dev.sotto.bot.BotName;
import dev.sotto.bot.Scope;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One API key as the configuration holds it: by its hash. */
record ApiKeyType() implements SettingType<ApiKey> {

    private static final String WHAT = "an API key";

    @Override
    public Optional<ApiKey> read(YamlNode node, Problems problems) {
        Optional<Entries> entries =
                Entries.of(node, WHAT, List.of("id", "hash", "scopes", "bots", "expires"), problems);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        Entries key = entries.get();
        Optional<String> id = key.required("id").flatMap(n -> id(n, problems));
        Optional<SecretHash> hash = key.required("hash").flatMap(n -> hash(n, problems));
        Optional<Set<Scope>> scopes = names(
                key.get("scopes"),
                Scope::isValid,
                Scope::new,
                "a scope: 1 to 64 of a-z, 0-9 and inner . _ -",
                problems);
        Optional<Set<BotName>> bots = names(
                key.get("bots"),
                BotName::isValid,
                BotName::new,
                "a bot's name: 1 to 64 of a-z, 0-9 and inner -",
                problems);
        Optional<YamlNode> expires = key.get("expires");
        Optional<Instant> end = expires.flatMap(n -> endOf(n, problems));
        if (id.isEmpty()
                || hash.isEmpty()
                || scopes.isEmpty()
                || bots.isEmpty()
                || expires.isPresent() != end.isPresent()) {
            return Optional.empty();
        }
        BotGrant grant = key.has("bots") ? new BotGrant.Only(bots.get()) : new BotGrant.Every();
        return Optional.of(new ApiKey(id.get(), hash.get(), scopes.get(), grant, end));
    }

    /** Returns the key's name and what it allows; its hash is of no use to anybody who reads this. */
    @Override
    public String write(ApiKey key) {
        StringBuilder text = new StringBuilder("{id: ").append(key.id());
        if (!key.scopes().isEmpty()) {
            text.append(", scopes: ").append(key.scopes().stream().sorted().toList());
        }
        if (key.bots() instanceof BotGrant.Only only) {
            text.append(", bots: ").append(only.bots().stream().sorted().toList());
        }
        key.expires().ifPresent(end -> text.append(", expires: ").append(end));
        return text.append('}').toString();
    }

    @Override
    public String expected() {
        return "an API key: id, hash, and if wanted scopes, bots and expires";
    }

    private static Optional<String> id(YamlNode node, Problems problems) {
        return SettingTypes.parsed(
                        text -> Optional.of(text).filter(ApiKey::isValidId),
                        "the key's name: 1 to 64 of a-z, 0-9 and inner hyphens")
                .read(node, problems);
    }

    /** What is no hash may be the key itself, and is not repeated. */
    private static Optional<SecretHash> hash(YamlNode node, Problems problems) {
        Optional<SecretHash> hash = node instanceof YamlNode.Scalar scalar && SecretHash.isValid(scalar.text())
                ? Optional.of(SecretHash.parse(scalar.text()))
                : Optional.empty();
        if (hash.isEmpty()) {
            problems.add(
                    node.position(),
                    "key.hash",
                    "something that is no hash (not shown, for it may be the key itself)",
                    "sha256: and 64 hexadecimal digits");
        }
        return hash;
    }

    private static <T> Optional<Set<T>> names(
            Optional<YamlNode> node,
            Function<String, Boolean> isValid,
            Function<String, T> make,
            String expected,
            Problems problems) {
        if (node.isEmpty()) {
            return Optional.of(Set.of());
        }
        SettingType<T> item = SettingTypes.parsed(
                text -> Optional.of(text).filter(isValid::apply).map(make), expected);
        return SettingTypes.list(item).read(node.get(), problems).map(HashSet::new);
    }

    /** A day means its beginning in UTC. */
    private static Optional<Instant> endOf(YamlNode node, Problems problems) {
        String expected = "a day such as 2027-01-31, or a moment such as 2027-01-31T12:00:00Z";
        return SettingTypes.parsed(ApiKeyType::moment, expected).read(node, problems);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
