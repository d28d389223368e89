package org.yichuang.catalogue.internal.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.catalogue.api.Catalogue.Query;
import org.yichuang.catalogue.api.ItemDefinition;

/** Whom items serve, as people look for them: the lists say 自然人, 企业法人, 事业法人, 社会组织法人. */
public enum Audience {
    PERSON("自然人"),
    ORGANISATION("法人");

    private final String word;

    Audience(String word) {
        this.word = word;
    }

    /** The key in texts and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The audience of a key, if there is one. */
    public static Optional<Audience> parse(String key) {
        return Arrays.stream(values())
                .filter(audience -> audience.key().equals(key))
                .findFirst();
    }

    /** Whether an item serves nobody else. */
    public boolean isOnlyOne(ItemDefinition item) {
        return Arrays.stream(values())
                .allMatch(audience -> (audience == this) == item.audience().contains(audience.word));
    }

    /** Whom an item serves, a bit for each of these. */
    public static long mask(ItemDefinition item) {
        return Arrays.stream(values())
                .filter(audience -> item.audience().contains(audience.word))
                .mapToLong(Audience::bit)
                .sum();
    }

    /** Its bit in a mask. */
    public long bit() {
        return 1L << ordinal();
    }

    /** RouteDescriber that also ask for this audience. */
    public String with(String words) {
        return (words + " " + word).strip();
    }

    /** Everything for this audience. */
    public Query query() {
        return new Query(word, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
