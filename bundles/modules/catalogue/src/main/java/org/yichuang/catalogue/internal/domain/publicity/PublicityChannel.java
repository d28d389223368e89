package org.yichuang.catalogue.internal.domain.publicity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;

/** By what something is made known to the public (M-CAT-11). */
public enum PublicityChannel {
    /** 新闻媒体 */
    MEDIA,
    /** 政府公报 */
    GAZETTE,
    /** 服务现场 */
    HALL,
    /** 政府网站 */
    WEBSITE;

    /** Its word in addresses and forms. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(PublicityChannel.class, "channel." + key());
    }

    /** Finds one by its name or key. */
    public static Optional<PublicityChannel> parse(String text) {
        String word = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(channel -> channel.key().equals(word))
                .findFirst();
    }
}
