package org.yichuang.catalogue.internal.domain;

import java.util.Set;
import java.util.regex.Pattern;

/** What an item says of its fee; silence says nothing. */
public enum FeeWords {
    /** Nobody has said anything. */
    UNTOLD,
    /** It is said that it costs nothing. */
    FREE,
    /** It costs something. */
    CHARGED;

    private static final Set<String> NOTHING = Set.of("不收费", "免费", "免收", "无", "否", "不收取", "no", "free", "none", "0");

    /** What a fee rests on: a law by its title, a document by its number, or words that say so. */
    private static final Pattern BASIS = Pattern.compile("《[^》]+》|[〔\\[［]\\d{4}[〕\\]］]|依据|文号");

    /** A fee without any amount. */
    private static final Pattern BARE = Pattern.compile("(?i)收费|是|yes|按规定收费|按标准收费");

    /** Whether it is said how much it costs, or that it costs nothing. */
    static boolean hasStandard(String fee) {
        return of(fee) == FREE
                || of(fee) == CHARGED && !BARE.matcher(plain(fee)).matches();
    }

    /** Whether it is said what the fee rests on, or that there is none (R1-36). */
    static boolean hasBasis(String fee) {
        return of(fee) == FREE || of(fee) == CHARGED && BASIS.matcher(fee).find();
    }

    private static String plain(String fee) {
        return fee.strip().replaceAll("[。.！]$", "");
    }

    /** Reads what stands in the field of the fee. */
    public static FeeWords of(String fee) {
        String said = plain(fee);
        return said.isEmpty() ? UNTOLD : NOTHING.contains(said) ? FREE : CHARGED;
    }
}
