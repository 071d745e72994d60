package dev.sotto.config;

import dev.sotto.access.Origin;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.util.Optional;

/** A page's origin. */
record OriginType() implements SettingType<Origin> {

    @Override
    public Optional<Origin> read(YamlNode node, Problems problems) {
        Optional<YamlNode.Scalar> scalar = Values.text(node, expected(), problems);
        if (scalar.isPresent() && scalar.get().text().contains("*")) {
            String found = node.kind() + ", which would let any page talk to the bots in a visitor's name";
            problems.add(node.position(), "origin.wildcard", found, "each origin by its full name");
            return Optional.empty();
        }
        Optional<Origin> origin = scalar.flatMap(s -> Origin.parse(s.text()));
        if (scalar.isPresent() && origin.isEmpty()) {
            problems.add(node.position(), "origin.invalid", node.kind(), expected());
        } else if (origin.isPresent() && isOpenToTampering(origin.get())) {
            problems.add(
                    node.position(),
                    "origin.plaintext",
                    node.kind() + ", which anybody on the way can alter",
                    expected());
            return Optional.empty();
        }
        return origin;
    }

    @Override
    public String write(Origin value) {
        return value.value();
    }

    @Override
    public String expected() {
        return "an origin such as https://www.example.org or https://shop.example:8443 (http only for localhost)";
    }

    private static boolean isOpenToTampering(Origin origin) {
        String host = origin.value().replaceFirst("^https?://", "").replaceFirst(":[0-9]+$", "");
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return origin.value().startsWith("http:") && !new ListenAddress(bare, 0).isLoopback();
    }
}
