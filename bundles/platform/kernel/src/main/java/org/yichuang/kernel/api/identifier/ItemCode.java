package org.yichuang.kernel.api.identifier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * Codes of items (事项编码): the national ones of GB/T 39554.1 by their form, and local ones as they are (R3-07, R3-08).
 */
public final class ItemCode {
    private static final Pattern BASIC = Pattern.compile("\\d{12}");
    private static final Pattern LOCAL_LIST = Pattern.compile("([0-9A-HJ-NPQRTUWXY]{18})([1-6])(\\d{12})(\\d{2})?");
    private static final Pattern LEGACY = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/()（）-]{0,63}");

    private ItemCode() {}

    /** What a code names. */
    public enum Kind {
        /** 基本编码: 12 digits, an item of the basic catalogue. */
        BASIC,
        /** 实施编码: credit code, exercise level and basic code, 31 characters. */
        IMPLEMENTATION,
        /** 业务办理项编码: an implementation code and a serial of 2 digits, 33 characters. */
        HANDLING,
        /** A local scheme; stored as it is and never refused for being one. */
        LEGACY
    }

    /** Tells what a code names; whatever has no national form is {@link Kind#LEGACY}. */
    public static Kind kindOf(String code) {
        String text = Text.stripped(code);
        if (BASIC.matcher(text).matches()) {
            return Kind.BASIC;
        }
        Matcher list = LOCAL_LIST.matcher(text);
        if (!list.matches()) {
            return Kind.LEGACY;
        }
        return list.group(4) == null ? Kind.IMPLEMENTATION : Kind.HANDLING;
    }

    /** The 12 digits that are the same in every place, where a code of a national form holds them. */
    public static Optional<String> basicCode(String code) {
        String text = Text.stripped(code);
        if (BASIC.matcher(text).matches()) {
            return Optional.of(text);
        }
        Matcher list = LOCAL_LIST.matcher(text);
        return list.matches() ? Optional.of(list.group(3)) : Optional.empty();
    }

    /** Examines a code: a local scheme is a warning; only what cannot be a code at all is invalid. */
    public static Check check(String code) {
        String text = Text.stripped(code);
        return switch (kindOf(text)) {
            case BASIC -> Check.valid(text);
            case IMPLEMENTATION, HANDLING -> ofLocalList(text);
            case LEGACY -> legacy(text);
        };
    }

    private static Check ofLocalList(String text) {
        Check body = SocialCreditCode.check(text.substring(0, 18));
        return body.isValid()
                ? Check.valid(text)
                : Check.warning(
                        text,
                        LocalizedMessage.of(ItemCode.class, "item-code.implementing-body-item-code", body.reason()));
    }

    private static Check legacy(String text) {
        if (!LEGACY.matcher(text).matches()) {
            return Check.invalid(text, LocalizedMessage.of(ItemCode.class, "item-code.item-code-1-64-letters"));
        }
        return Check.warning(text, LocalizedMessage.of(ItemCode.class, "item-code.not-national-form-12-31"));
    }
}
