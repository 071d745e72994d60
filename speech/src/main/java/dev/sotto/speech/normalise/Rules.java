package dev.sotto.speech.normalise;

import static dev.sotto.speech.normalise.Rule.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written with figures and signs, the first that fits being what it is. Immutable; safe for many threads. */
final class Rules {

    private static final String NUMBER = "(?<whole>\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(?<part>\\d+))?";
    private static final String SCALE = "(?:\\s?(?<scale>thousand|million|billion|trillion|[kKMm]|mn|bn))?";
    private static final String MONTH =
            "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    private static final String HALF = "(?<half>[aApP]\\.?[mM]\\b\\.?)";
    private static final Pattern NAMES_A_NUMBER = Pattern.compile(
            "(?i)\\b(?:codes?|pin|order|number|account|room|flight|extension|ext|id|case|ticket|reference|ref|invoice|zip|suite|card|ending in|serial|booking|confirmation|gate|bus|train|tracking)"
                    + "(?:\\s+(?:number|no|code|id))?\\.?(?:\\s+(?:is|was|are))?[\\s:#,]*$");
    private static final Pattern NAMES_A_YEAR =
            Pattern.compile("(?i)\\b(?:in|since|until|till|by|before|after|from|year|of|" + MonthNames.ALL + ")\\s+$");
    private static final int SHORT_NUMBER = 2;
    private static final int LONG_NUMBER = 7;

    private final List<Rule> rules = new ArrayList<>();

    /** @param dayFirst whether 5/12 is in December */
    Rules(boolean dayFirst) {
        Numeric numeric = new Numeric(dayFirst);
        rules.add(Rule.plain("(?:https?://|www\\.)[A-Za-z0-9./_~%?=&#:+-]*[A-Za-z0-9/]", Rules::page));
        rules.add(Rule.plain("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+", Rules::address));
        rules.add(Rule.plain(
                "[A-Za-z0-9-]{2,60}(?:\\.[A-Za-z0-9-]{2,60})?\\.(?:com|org|net|io|edu|gov|co\\.uk|dev|app|info|eu|de|uk|ca)",
                Rules::address));
        addMoney();
        addDates(numeric);
        addTimes();
        rules.add(Rule.plain(
                "(?:\\+?\\d{1,3}[ .-])?(?:\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}",
                found -> telephone(found.group())));
        rules.add(Rule.plain("\\+\\d[\\d -]{5,17}\\d", found -> telephone(found.group())));
        rules.add(Rule.plain("\\d{3}-\\d{4}", found -> telephone(found.group())));
        rules.add(Rule.plain("(?<c>1[5-9]|20)(?<d>\\d)0'?s", Fractions::decade));
        rules.add(Rule.plain("(?<minus>-)?" + NUMBER + "\\s?(?<unit>\u00b0 ?[CF]\\b|\u00b0|%)", Rules::measure));
        rules.add(Rule.plain("(?<minus>-)?" + NUMBER + " ?(?<unit>" + Units.APART + ")", Rules::measure));
        rules.add(Rule.plain("(?<minus>-)?" + NUMBER + "(?<unit>" + Units.ATTACHED + ")", Rules::measure));
        addNumbers();
    }

    /** Returns them in the order in which they are tried. */
    List<Rule> all() {
        return List.copyOf(rules);
    }

    private void addMoney() {
        rules.add(Rule.plain(
                "(?<minus>-)?(?<sign>" + MoneyWords.SIGN + ") ?(?<minus2>-)?" + NUMBER + SCALE, Rules::money));
        rules.add(Rule.plain(
                "(?<minus>-)?(?<sign>" + MoneyWords.CODE + ") ?(?<minus2>-)?" + NUMBER + SCALE, Rules::money));
        rules.add(Rule.plain(
                "(?<minus>-)?(?<minus2>)" + NUMBER + SCALE + " ?(?<sign>" + MoneyWords.SIGN + "|" + MoneyWords.CODE
                        + ")",
                Rules::money));
    }

    private void addDates(Numeric numeric) {
        rules.add(Rule.plain(
                "(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})T(?<h>\\d{2}):(?<min>\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?",
                Numeric::moment));
        rules.add(Rule.plain("(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})", Numeric::isoDate));
        rules.add(Rule.plain("(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<y>\\d{4}|\\d{2})", numeric::date));
        rules.add(Rule.plain("(?<a>\\d{1,2})\\.(?<b>\\d{1,2})\\.(?<y>\\d{4})", Numeric::dayFirst));
        rules.add(Rule.plain(
                MONTH + " (?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<y>\\d{4}))?(?!\\d|[:/.-]\\d)", MonthNames::monthDay));
        rules.add(Rule.plain(
                "(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + "(?:,? (?<y>\\d{4}))?", MonthNames::dayMonth));
        rules.add(Rule.plain(MONTH + " (?<y>(?:19|20)\\d{2})", MonthNames::monthYear));
    }

    private void addTimes() {
        rules.add(Rule.plain(
                "(?<h>\\d{1,2}):(?<min>\\d{2})(?::(?<s>\\d{2}))?(?:\\s?" + HALF + ")?",
                found -> DateWords.time(
                        Integer.parseInt(found.group("h")),
                        Integer.parseInt(found.group("min")),
                        group(found, "half"))));
        rules.add(Rule.plain(
                "(?<h>\\d{1,2})\\s?" + HALF,
                found -> DateWords.time(Integer.parseInt(found.group("h")), 0, found.group("half"))));
    }

    private void addNumbers() {
        rules.add(Rule.plain("24/7", found -> Optional.of("twenty four seven")));
        rules.add(Rule.plain("(?:(?<n>\\d{1,4}) )?(?<a>\\d{1,2})/(?<b>\\d{1,3})(?!/)", Fractions::words));
        rules.add(Rule.plain(
                "(?<n>\\d{1,3}(?:,\\d{3})+|\\d{1,9})(?:st|nd|rd|th)",
                found -> Optional.of(
                        NumberWords.ordinal(Long.parseLong(found.group("n").replace(",", ""))))));
        rules.add(Rule.plain("#(?<n>\\d+)", found -> Optional.of("number " + quantity(found.group("n")))));
        rules.add(Rule.plain(
                "[A-Za-z]\\d{1,3}",
                found -> Optional.of(Character.toUpperCase(found.group().charAt(0)) + " "
                        + NumberWords.cardinal(Long.parseLong(found.group().substring(1))))));
        rules.add(Rule.plain(
                "(?<word>[A-Za-z]{3,20})-(?<n>\\d{1,4})",
                found -> Optional.of(found.group("word") + " " + NumberWords.whole(found.group("n")))));
        rules.add(Rule.plain(
                "(?=[A-Za-z-]{0,20}\\d)(?=[\\d-]{0,20}[A-Za-z])[A-Za-z0-9]{1,20}(?:-[A-Za-z0-9]{1,20}){0,6}",
                found -> Optional.of(", " + Spelling.code(found.group()) + ",")));
        rules.add(Rule.plain("(?<a>\\d{1,4}) ?- ?(?<b>\\d{1,4})(?!-|,?\\d)", Rules::range));
        rules.add(Rule.plain("\\d+(?:-\\d+){1,6}", found -> Optional.of(Spelling.code(found.group()))));
        rules.add(Rule.plain("\\d+(?:\\.\\d+){2,6}", found -> Optional.of(Spelling.address(found.group()))));
        rules.add(Rule.of("(?<minus>-)?" + NUMBER, Rules::number));
    }

    private static Optional<String> page(Matcher found) {
        return Optional.of(Spelling.address(found.group().replaceFirst("^https?://", "")));
    }

    private static Optional<String> address(Matcher found) {
        return Optional.of(Spelling.address(found.group()));
    }

    static Optional<String> telephone(String number) {
        StringBuilder words = new StringBuilder(number.startsWith("+") ? "plus " : "");
        String separator = "";
        for (String group : number.split("[^0-9]+", -1)) {
            if (!group.isEmpty()) {
                words.append(separator).append(NumberWords.digits(group));
                separator = ", ";
            }
        }
        return Optional.of(words.toString());
    }

    private static Optional<String> money(Matcher found) {
        String scale = switch (group(found, "scale")) {
            case "" -> "";
            case "k", "K", "thousand" -> "thousand";
            case "M", "m", "mn", "million" -> "million";
            case "bn", "billion" -> "billion";
            default -> "trillion";
        };
        boolean negative =
                found.group("minus") != null || !group(found, "minus2").isEmpty();
        return MoneyWords.sum(found.group("sign"), found.group("whole"), group(found, "part"), scale)
                .map(words -> negative ? "minus " + words : words);
    }

    private static Optional<String> measure(Matcher found) {
        String whole = found.group("whole").replace(",", "");
        String part = group(found, "part");
        String number = part.isEmpty() ? NumberWords.whole(whole) : NumberWords.decimal(whole, part);
        String sign = found.group("minus") == null ? "" : "minus ";
        return Units.words(found.group("unit").replace(" ", ""), whole.equals("1") && part.isEmpty())
                .map(unit -> sign + number + " " + unit);
    }

    private static Optional<String> range(Matcher found) {
        return Optional.of(NumberWords.whole(found.group("a")) + " to " + NumberWords.whole(found.group("b")));
    }

    private static Optional<String> number(Matcher found, String before) {
        String written = found.group("whole");
        String digits = written.replace(",", "");
        String part = group(found, "part");
        String sign = found.group("minus") == null ? "" : "minus ";
        if (!part.isEmpty()) {
            return Optional.of(sign + NumberWords.decimal(digits, part));
        }
        boolean plain = written.equals(digits);
        if (plain
                && digits.length() > SHORT_NUMBER
                && NAMES_A_NUMBER.matcher(before).find()) {
            return Optional.of(Spelling.characters(digits).replaceAll(",$", ""));
        }
        if (plain
                && digits.matches("1[1-9]\\d\\d|20\\d\\d")
                && NAMES_A_YEAR.matcher(before).find()) {
            return Optional.of(NumberWords.year(Integer.parseInt(digits)));
        }
        return Optional.of(sign + (plain ? quantity(digits) : NumberWords.whole(digits)));
    }

    /** A number that begins with a zero, or is longer than people count, is no quantity. */
    private static String quantity(String digits) {
        boolean code = (digits.length() > 1 && digits.startsWith("0")) || digits.length() >= LONG_NUMBER;
        return code ? Spelling.characters(digits) : NumberWords.whole(digits);
    }
}
