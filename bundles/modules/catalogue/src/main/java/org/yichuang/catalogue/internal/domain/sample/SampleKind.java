package org.yichuang.catalogue.internal.domain.sample;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;

/** What a file shows of a material. */
public enum SampleKind {
    /** 示范文本: how it looks when it has been filled in properly. */
    SAMPLE,
    /** 空白表格: what is to be filled in. */
    BLANK;

    /** Its word in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(SampleKind.class, "sample-kind." + key());
    }

    /** Finds one by its key or name. */
    public static Optional<SampleKind> parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(text == null ? "" : text.strip()))
                .findFirst();
    }
}
