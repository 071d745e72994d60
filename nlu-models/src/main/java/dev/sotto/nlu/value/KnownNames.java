package dev.sotto.nlu.value;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.text.LanguageResource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Values of open types that are known all the same: countries, by the JDK's locale data, and some states. */
final class KnownNames {

    private KnownNames() {}

    static List<String> of(SlotTypeName type, Locale locale) {
        if (type.equals(BuiltInTypes.COUNTRY)) {
            return Arrays.stream(Locale.getISOCountries())
                    .map(code -> new Locale.Builder().setRegion(code).build().getDisplayCountry(locale))
                    .filter(name -> name.length() > 2)
                    .distinct()
                    .toList();
        }
        if (type.equals(BuiltInTypes.STATE)) {
            return LanguageResource.lines(KnownNames.class, "states", locale).orElse(List.of()).stream()
                    .flatMap(line -> Stream.of(line.split(", ", -1)))
                    .toList();
        }
        return List.of();
    }
}
