package org.yichuang.catalogue.internal.domain;

import java.util.Locale;
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

    /** How people begin when nothing is charged. */
    private static final Pattern NEGATION = Pattern.compile("(?:本事项)?(?:不(?:需|须|用|涉及|予)?(?:收|缴|交|征)|无(?:须|需)?(?:收|缴|费)"
            + "|免(?:费|收|征|缴)|暂(?:免|不)(?:收|征|缴)|0\\s*元|零(?:元|收费|费用)).*");

    /** What is charged all the same, or under other circumstances. */
    private static final Pattern YET =
            Pattern.compile("(?<![\\d.])(?:[1-9]\\d*(?:\\.\\d+)?|0\\.\\d*[1-9]\\d*)\\s*(?:元|万|%|％)|其余|其他|超|另|除|部分|以外");

    /** The first clause, which says that nothing is charged, and what follows. */
    private static final Pattern FIRST_CLAUSE = Pattern.compile("[^，,；;。（(]*");

    /** What follows when something else is charged. */
    private static final Pattern CHARGING = Pattern.compile("收取|计收|缴纳|交纳|按|每|标准|工本|[一二三四五六七八九十百千万]+元");

    /** Titles and numbers of documents, which charge nothing by their names. */
    private static final Pattern DOCUMENTS = Pattern.compile("《[^》]*》|[（(][^（）()]*[〔\\[［]\\d{4}[〕\\]］][^（）()]*[）)]");

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
        if (said.isEmpty()) {
            return UNTOLD;
        }
        boolean isFree = NEGATION.matcher(said).matches()
                && !YET.matcher(said).find()
                && !CHARGING.matcher(behindFirstClause(said)).find();
        return isBare(said) || isFree ? FREE : CHARGED;
    }

    private static String behindFirstClause(String said) {
        return FIRST_CLAUSE.matcher(DOCUMENTS.matcher(said).replaceAll("")).replaceFirst("");
    }

    /** Whether nothing is said but that it costs nothing. */
    public static boolean isBare(String fee) {
        return NOTHING.contains(plain(fee).toLowerCase(Locale.ROOT));
    }
}
