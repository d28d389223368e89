package org.yichuang.catalogue.internal.domain.submission;

import java.util.List;

/** Names of centres that have answered too late, one a line. */
final class LateCentres {
    private static final int LONGEST = 1_000;

    private LateCentres() {}

    /** The names with another one; those that are there already, or find no more room, change nothing. */
    static String and(String names, String name) {
        String all = names.isEmpty() ? name : names + "\n" + name;
        return of(names).contains(name) || all.length() > LONGEST ? names : all;
    }

    /** The names one by one. */
    static List<String> of(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split("\n"));
    }
}
