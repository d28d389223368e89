package org.yichuang.catalogue.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;

/** The fields of public services (公共服务领域, R3-02), by which these are told apart as powers are by their types. */
public enum ServiceField {
    /** 公共教育 */
    EDUCATION,
    /** 劳动就业 */
    EMPLOYMENT,
    /** 社会保险 */
    SOCIAL_INSURANCE,
    /** 医疗卫生 */
    HEALTH,
    /** 养老服务 */
    ELDERLY_CARE,
    /** 社会服务 */
    SOCIAL_SERVICE,
    /** 住房保障 */
    HOUSING,
    /** 文化体育 */
    CULTURE_AND_SPORTS,
    /** 残疾人服务 */
    DISABLED_PERSONS,
    /** 其他 */
    OTHER;

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(
                ServiceField.class,
                "service-field." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Finds a field by its Chinese word or enum name; the last one also by the word of the standard, 其他. */
    public static Optional<ServiceField> parse(String text) {
        return Arrays.stream(values())
                .filter(field -> field.label().zh().equals(text) || field.name().equals(text))
                .findFirst()
                .or(() -> Optional.of(OTHER).filter(field -> shortOther().equals(text)));
    }

    private static String shortOther() {
        return LocalizedMessage.of(ServiceField.class, "service-field.other.short")
                .zh();
    }
}
