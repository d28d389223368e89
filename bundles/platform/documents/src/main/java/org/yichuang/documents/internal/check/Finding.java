package org.yichuang.documents.internal.check;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Something that is not as it must be.
 *
 * @param place the file of the package, an entry of its log, or the package itself
 * @param kind what is wrong, as the texts name it
 * @param arguments what the text is told
 */
record Finding(String place, String kind, List<String> arguments) {
    private static final int LONGEST = 200;

    Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(String place, String kind, Object... arguments) {
        return new Finding(
                place, kind, List.of(arguments).stream().map(String::valueOf).toList());
    }

    /** In Chinese and English, behind a mark that no verdict has. */
    String sentence() {
        Object[] all = arguments.toArray();
        return "- " + shown(place) + "：" + text(kind, Locale.ROOT, all) + " / " + text(kind, Locale.ENGLISH, all);
    }

    /** A text of the check, in Chinese for {@link Locale#ROOT}; a package's own words are shown as {@link #shown}. */
    static String text(String key, Locale language, Object... arguments) {
        ResourceBundle texts = ResourceBundle.getBundle(Finding.class.getPackageName() + ".messages", language);
        Object[] shown = Arrays.stream(arguments).map(Finding::shown).toArray();
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(shown);
    }

    /**
     * What a package says of itself, as a terminal may be given it: on one line, not too long, without what moves the
     * cursor, hides text or turns the direction of writing.
     */
    private static String shown(Object said) {
        String plain = String.valueOf(said)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?")
                .replaceAll("\\p{Zs}+", " ");
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
