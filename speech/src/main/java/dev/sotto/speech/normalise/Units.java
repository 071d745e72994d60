package dev.sotto.speech.normalise;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** English words for units of measure. Pure functions. */
final class Units {

    private static final Map<String, String[]> UNITS = new LinkedHashMap<>();

    static {
        put("kilometer", "kilometers", "km");
        put("kilometer per hour", "kilometers per hour", "km/h", "kph");
        put("mile per hour", "miles per hour", "mph");
        put("mile", "miles", "mi");
        put("meter", "meters", "m");
        put("meter per second", "meters per second", "m/s");
        put("square meter", "square meters", "m2", "m^2", "sqm");
        put("square foot", "square feet", "sq ft", "sqft");
        put("cubic meter", "cubic meters", "m3", "m^3");
        put("centimeter", "centimeters", "cm");
        put("millimeter", "millimeters", "mm");
        put("foot", "feet", "ft", "ft.");
        put("inch", "inches", "in");
        put("yard", "yards", "yd", "yds");
        put("kilogram", "kilograms", "kg");
        put("gram", "grams", "g");
        put("milligram", "milligrams", "mg");
        put("pound", "pounds", "lb", "lbs", "lb.", "lbs.");
        put("ounce", "ounces", "oz", "oz.");
        put("liter", "liters", "l", "L");
        put("milliliter", "milliliters", "ml", "mL");
        put("gallon", "gallons", "gal");
        put("hour", "hours", "h", "hr", "hrs", "hr.", "hrs.");
        put("minute", "minutes", "min", "mins", "min.");
        put("second", "seconds", "s", "sec", "secs", "sec.");
        put("millisecond", "milliseconds", "ms");
        put("kilobyte", "kilobytes", "KB", "kB");
        put("megabyte", "megabytes", "MB");
        put("gigabyte", "gigabytes", "GB");
        put("terabyte", "terabytes", "TB");
        put("megabit per second", "megabits per second", "Mbps", "Mbit/s");
        put("kilobit per second", "kilobits per second", "kbps", "kbit/s");
        put("hertz", "hertz", "Hz");
        put("kilohertz", "kilohertz", "kHz");
        put("megahertz", "megahertz", "MHz");
        put("gigahertz", "gigahertz", "GHz");
        put("volt", "volts", "V");
        put("watt", "watts", "W");
        put("kilowatt", "kilowatts", "kW");
        put("kilowatt hour", "kilowatt hours", "kWh");
        put("degree", "degrees", "\u00b0");
        put("degree Celsius", "degrees Celsius", "\u00b0C");
        put("degree Fahrenheit", "degrees Fahrenheit", "\u00b0F");
        put("percent", "percent", "%");
    }

    /** Matches those that nobody takes for a word when a space is before them. */
    static final String APART = alternatives(false);

    /** Matches those that are only a unit right behind a number: {@code 5m}, {@code 6in}. */
    static final String ATTACHED = alternatives(true);

    private static final int SHORT = 1;

    private Units() {}

    /** Returns a unit in words. */
    static Optional<String> words(String unit, boolean one) {
        String[] words = UNITS.containsKey(unit) ? UNITS.get(unit) : UNITS.get(unit.toLowerCase(Locale.ROOT));
        return words == null ? Optional.empty() : Optional.of(words[one ? 0 : 1]);
    }

    private static boolean isWordLike(String unit) {
        return unit.equals("in") || (unit.length() <= SHORT && Character.isLetter(unit.charAt(0)));
    }

    private static String alternatives(boolean wordLike) {
        return UNITS.keySet().stream()
                .filter(unit -> isWordLike(unit) == wordLike)
                .sorted((a, b) -> b.length() - a.length())
                .map(unit -> unit.replaceAll("([.^/$])", "\\\\$1"))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static void put(String one, String many, String... signs) {
        for (String sign : signs) {
            UNITS.put(sign, new String[] {one, many});
        }
    }
}
