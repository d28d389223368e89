package org.yichuang.fees.internal.domain;

import java.util.List;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/** What a centre sets about fees. */
public final class FeePolicy {
    /** Within how many working days a demand is to be paid. */
    static final SettingDefinition DUE = SettingDefinition.number("policy.fees.due.days", 20, 1, 120);

    /** Within how many working days unit, finance and bank take each step of a refund (R7-14). */
    static final SettingDefinition REFUND = SettingDefinition.number("policy.fees.refund.days", 10, 1, 60);

    /** How many working days before a demand is due its payer is reminded; 0 for on that day. */
    static final SettingDefinition REMIND = SettingDefinition.number("policy.fees.remind.days", 3, 0, 60);

    /** Within how many days around a payment another one of the same account, of no demand, is a sign. */
    static final SettingDefinition BYPASS = SettingDefinition.number("policy.fees.bypass.days", 3, 0, 30);

    /** What the codes of payment begin with that finance has allotted; empty for the digits of the division. */
    static final SettingDefinition CODES = SettingDefinition.form(
            "policy.fees.code-series", "", "\\d{8,9}", LocalizedMessage.of(FeePolicy.class, "setting.code-series"));

    /** Through which port the treasury is asked for codes; empty where the centre gives them by its series. */
    static final SettingDefinition PORT = SettingDefinition.form(
            "policy.fees.code-port",
            "",
            "[a-z][a-z0-9-]{0,39}",
            LocalizedMessage.of(FeePolicy.class, "setting.code-port"));

    /** Category and kind of the receipts, between the series and the year (R7-11). */
    static final SettingDefinition RECEIPTS = SettingDefinition.form(
            "policy.fees.receipt-kind", "0101", "\\d{4}", LocalizedMessage.of(FeePolicy.class, "setting.receipt-kind"));

    /** No amount is larger, in fen. */
    public static final long MOST_FEN = 1_000_000_000_000_000L;

    /** Digits of a code of payment (R7-10). */
    private static final int CODE = 20;

    private static final Pattern FORM = Pattern.compile("\\d{20}");

    private static final int DIVISION = 9;

    private FeePolicy() {}

    /** All of them. */
    public static List<SettingDefinition> settings() {
        return List.of(DUE, REMIND, REFUND, BYPASS, CODES, PORT, RECEIPTS);
    }

    static long number(Tenant centre, SettingDefinition setting) {
        return Long.parseLong(centre.policy(setting.key(), setting.usual()).strip());
    }

    /** Within how many days around a payment others of the same account are looked at. */
    public static int bypassDays(Tenant centre) {
        return (int) number(centre, BYPASS);
    }

    /** What codes of payment begin with: what finance has allotted, or the nine digits of the division. */
    public static String codeSeries(Tenant centre) {
        String allotted = centre.policy(CODES.key(), CODES.usual()).strip();
        return allotted.isEmpty() ? division(centre) : allotted;
    }

    /** The word of the port to the treasury that gives codes; empty where the centre gives them by its series. */
    public static String codePort(Tenant centre) {
        return centre.policy(PORT.key(), PORT.usual()).strip();
    }

    /** Whether a code may be one of the centre's: of its series, or any where the treasury gives codes. */
    public static boolean isOwnCode(String code, Tenant centre) {
        return codePort(centre).isEmpty() ? code.startsWith(codeSeries(centre)) : isCode(code);
    }

    /** Whether something is a code of payment by its form. */
    public static boolean isCode(String text) {
        return FORM.matcher(text).matches();
    }

    /** How many digits of a code of payment are numbered. */
    public static int numbered(String series) {
        return CODE - series.length();
    }

    /**
     * The name of the numbers of a series. Where the division's last digit is 0 it is that of the eight digits before
     * it: codes of before were made of them and of twelve digits, which none of the next may be again.
     */
    public static String numbersOf(String series) {
        return series.length() == DIVISION && series.endsWith("0") ? series.substring(0, DIVISION - 1) : series;
    }

    /** Whether two series have codes in common. */
    public static boolean isShared(String series, String other) {
        return series.startsWith(other) || other.startsWith(series);
    }

    /** The code of the receipts of a year, which no other centre has. */
    public static String receiptCode(Tenant centre, int year) {
        String kind = centre.policy(RECEIPTS.key(), RECEIPTS.usual()).strip();
        return codeSeries(centre) + kind + String.format("%02d", year % 100);
    }

    private static String division(Tenant centre) {
        String code = centre.division().value();
        return code + "0".repeat(DIVISION - code.length());
    }
}
