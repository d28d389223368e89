package org.yichuang.catalogue.internal.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.Condition;

/**
 * Conditions as an editor types them: {@code area>=200 & kind=a,b}; each line is a group, and one group has to hold.
 */
public final class ConditionWords {
    private static final String SIGNS = "=<>&,|";
    /** How far the wide form of a character is from its narrow one. */
    private static final int WIDER = 0xFEE0;

    private static final Pattern VALUES = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)\\s*=\\s*(.+)");
    private static final Pattern BOUND =
            Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)\\s*(>=|<)\\s*(-?\\d{1,20}(?:\\.\\d{1,10})?)");

    private ConditionWords() {}

    /** As they are typed. */
    public static String write(List<List<Condition>> when) {
        return when.stream()
                .map(group -> group.stream().map(ConditionWords::write).collect(Collectors.joining(" & ")))
                .collect(Collectors.joining("\n"));
    }

    private static String write(Condition condition) {
        if (condition.in() != null) {
            return condition.field() + "=" + String.join(",", condition.in());
        }
        List<String> bounds = new ArrayList<>();
        if (condition.from() != null) {
            bounds.add(condition.field() + ">=" + condition.from().toPlainString());
        }
        if (condition.below() != null) {
            bounds.add(condition.field() + "<" + condition.below().toPlainString());
        }
        return String.join(" & ", bounds);
    }

    /** What was typed; empty where it cannot be read. */
    public static Optional<List<List<Condition>>> read(String typed) {
        List<List<Condition>> groups = new ArrayList<>();
        for (String line : narrow(typed).split("\\R")) {
            List<Condition> group = new ArrayList<>();
            for (String part : line.isBlank() ? new String[0] : line.split("&")) {
                Optional<Condition> condition = condition(part.strip());
                if (condition.isEmpty()) {
                    return Optional.empty();
                }
                add(condition.get(), group);
            }
            if (!group.isEmpty()) {
                groups.add(group);
            }
        }
        return Optional.of(groups);
    }

    /** Whether what conditions say can be typed: values with signs that part conditions cannot. */
    public static boolean canWrite(List<List<Condition>> when) {
        return read(write(when)).filter(when::equals).isPresent();
    }

    /** A field that is at least one number and below another is one condition, as it was before it was written. */
    private static void add(Condition next, List<Condition> group) {
        Condition before = group.isEmpty() ? null : group.get(group.size() - 1);
        boolean isRange = before != null
                && before.field().equals(next.field())
                && before.from() != null
                && before.below() == null
                && next.below() != null;
        if (isRange) {
            group.set(group.size() - 1, new Condition(next.field(), null, before.from(), next.below()));
        } else {
            group.add(next);
        }
    }

    /** The signs of conditions as keyboards for Chinese type them; what else is wide may belong to a value. */
    static String narrow(String typed) {
        StringBuilder narrow = new StringBuilder();
        typed.chars()
                .map(each -> SIGNS.indexOf(each - WIDER) >= 0 ? each - WIDER : each)
                .forEach(each -> narrow.append((char) each));
        return narrow.toString();
    }

    private static Optional<Condition> condition(String part) {
        Matcher bound = BOUND.matcher(part);
        if (bound.matches()) {
            BigDecimal number = new BigDecimal(bound.group(3));
            return Optional.of(
                    bound.group(2).equals("<")
                            ? new Condition(bound.group(1), null, null, number)
                            : new Condition(bound.group(1), null, number, null));
        }
        Matcher values = VALUES.matcher(part);
        return values.matches()
                ? Optional.of(new Condition(
                        values.group(1),
                        Arrays.stream(values.group(2).split(","))
                                .map(String::strip)
                                .filter(value -> !value.isEmpty())
                                .toList(),
                        null,
                        null))
                : Optional.empty();
    }
}
