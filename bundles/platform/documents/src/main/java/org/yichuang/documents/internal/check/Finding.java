package org.yichuang.documents.internal.check;

import java.text.MessageFormat;
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
    Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(String place, String kind, Object... arguments) {
        return new Finding(
                place, kind, List.of(arguments).stream().map(String::valueOf).toList());
    }

    /** In Chinese and English. */
    String sentence() {
        Object[] all = arguments.toArray();
        return place + "：" + text(kind, Locale.ROOT, all) + " / " + text(kind, Locale.ENGLISH, all);
    }

    /** A text of the check, in Chinese for {@link Locale#ROOT}. */
    static String text(String key, Locale language, Object... arguments) {
        ResourceBundle texts = ResourceBundle.getBundle(Finding.class.getPackageName() + ".messages", language);
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(arguments);
    }
}
