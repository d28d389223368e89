package org.yichuang.kernel.api;

import java.util.List;
import java.util.Locale;

/** A key and its arguments; the words lie beside its owner. */
record BundleMessage(Class<?> owner, String key, List<Object> arguments) implements LocalizedMessage {
    @Override
    public String in(Locale locale) {
        // A forgotten sentence is seen by its key and hurts nobody; a test looks for them
        return Texts.filled(Texts.find(owner, "messages", locale, key).orElse(key), arguments, locale);
    }

    /** In English, for logs and failing tests. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
