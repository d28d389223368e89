package org.yichuang.kernel.api;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key and its arguments; the words lie beside its owner. */
record BundleMessage(Class<?> owner, String key, List<Object> arguments) implements LocalizedMessage {
    private static final ResourceBundle.Control FILES =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    @Override
    public String in(Locale locale) {
        return PLACE.matcher(words(locale))
                .replaceAll(place -> Matcher.quoteReplacement(argument(place.group(), locale)));
    }

    private String argument(String place, Locale locale) {
        int index = place.charAt(1) - '0';
        if (index >= arguments.size()) {
            return place;
        }
        Object argument = arguments.get(index);
        return argument instanceof LocalizedMessage message ? message.in(locale) : String.valueOf(argument);
    }

    private String words(Locale locale) {
        try {
            return ResourceBundle.getBundle(owner.getPackageName() + ".messages", locale, owner.getClassLoader(), FILES)
                    .getString(key);
        } catch (MissingResourceException e) {
            // A forgotten sentence is seen by its key and hurts nobody; a test looks for them
            return key;
        }
    }

    /** In English, for logs and failing tests. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
