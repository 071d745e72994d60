package dev.sotto.config;

import dev.sotto.retention.RetentionPolicy;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import java.util.Locale;
import java.util.Optional;

/** How long what people say is kept. */
record RetentionType() implements SettingType<RetentionPolicy> {

    @Override
    public Optional<RetentionPolicy> read(YamlNode node, Problems problems) {
        return RetentionPolicy.read(node, problems);
    }

    @Override
    public String write(RetentionPolicy value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String expected() {
        return "none";
    }
}
