package org.yichuang.catalogue.internal.domain.opinion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.kernel.api.LocalizedMessage;

/** Who examines whether a draft is lawful and reasonable before it is published (M-CAT-4). */
public enum ReviewOffice {
    /** 政务服务中心 */
    CENTRE(CataloguePermission.OPINE_CENTRE),
    /** 法制机构 */
    LEGAL(CataloguePermission.OPINE_LEGAL),
    /** 编办、审改办 */
    REFORM(CataloguePermission.OPINE_REFORM);

    /** The setting that says which of them have to agree. */
    public static final String POLICY = "policy.catalogue.review.offices";

    private final String permission;

    ReviewOffice(String permission) {
        this.permission = permission;
    }

    /** What lets somebody speak for it. */
    public String permission() {
        return permission;
    }

    /** Its word in settings and messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(ReviewOffice.class, "office." + key());
    }

    /** Finds one by its name or key. */
    public static Optional<ReviewOffice> parse(String text) {
        String word = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(office -> office.key().equals(word))
                .findFirst();
    }

    /** The words of all. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(ReviewOffice::key).toList();
    }

    /** Those that a setting names, in their order. */
    public static List<ReviewOffice> demanded(String setting) {
        List<String> words =
                Arrays.stream(setting.split(",")).map(String::strip).toList();
        return Arrays.stream(values())
                .filter(office -> words.contains(office.key()))
                .toList();
    }
}
