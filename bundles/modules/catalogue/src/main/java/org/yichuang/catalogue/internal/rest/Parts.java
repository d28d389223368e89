package org.yichuang.catalogue.internal.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;

/** How the parts of a body are read: what is wrong is noted with its path, and reading goes on. */
final class Parts {
    private Parts() {}

    static String text(String given) {
        return given == null ? "" : given.strip();
    }

    /** Every element of a list, turned; an absent list is empty. */
    static <A, B> List<B> each(String path, List<A> given, Problems problems, BiFunction<String, A, B> turn) {
        List<B> turned = new ArrayList<>();
        for (int i = 0; given != null && i < given.size(); i++) {
            String where = path + "[" + i + "]";
            B value =
                    given.get(i) == null ? missing(where, "content", null, problems) : turn.apply(where, given.get(i));
            if (value != null) {
                turned.add(value);
            }
        }
        return turned;
    }

    static Level level(String path, String given, Problems problems) {
        return Level.parse(text(given)).orElseGet(() -> missing(path, "level", given, problems));
    }

    static <E extends Enum<E>> E named(String path, String part, Class<E> type, String given, Problems problems) {
        String word = text(given).toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        return missing(path, part, given, problems);
    }

    /**
     * Notes that something is missing or not one of the known words.
     *
     * @param part names it: {@code part.<part>} of the messages
     */
    static <T> T missing(String path, String part, String given, Problems problems) {
        LocalizedMessage name = LocalizedMessage.of(Parts.class, "part." + part);
        problems.add(
                path,
                given == null || given.isBlank()
                        ? LocalizedMessage.of(Parts.class, "part.missing", name, path)
                        : LocalizedMessage.of(Parts.class, "part.unknown", name, path, given));
        return null;
    }
}
