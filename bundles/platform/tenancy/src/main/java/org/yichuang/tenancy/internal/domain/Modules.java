package org.yichuang.tenancy.internal.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of the modules that a centre can switch on. */
public final class Modules {
    /** All of them, in the order of the house. */
    public static final List<String> WORDS = List.of(
            "catalogue", "windows", "cases", "linkage", "fees", "disclosure", "procurement", "supervision");

    private Modules() {}

    /** Splits a list as it stands in a configuration. */
    public static Set<String> split(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Joins words in the order of the house. */
    public static String join(Collection<String> modules) {
        return WORDS.stream().filter(modules::contains).collect(Collectors.joining(","));
    }
}
