package org.yichuang.fees.internal.domain;

import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/** What a centre sets about fees. */
public final class FeePolicy {
    /** Within how many working days a demand is to be paid. */
    static final SettingDefinition DUE = SettingDefinition.number("policy.fees.due.days", 20, 1, 120);

    /** Within how many working days unit, finance and bank take each step of a refund (R7-14). */
    static final SettingDefinition REFUND = SettingDefinition.number("policy.fees.refund.days", 10, 1, 60);

    /** What the codes of payment begin with that finance has allotted; empty for the digits of the division. */
    static final SettingDefinition CODES = SettingDefinition.form(
            "policy.fees.code-series", "", "\\d{8}", LocalizedMessage.of(FeePolicy.class, "setting.code-series"));

    /** Category and kind of the receipts, between the code of the province and the year (R7-11). */
    static final SettingDefinition RECEIPTS = SettingDefinition.form(
            "policy.fees.receipt-kind", "0101", "\\d{4}", LocalizedMessage.of(FeePolicy.class, "setting.receipt-kind"));

    private static final int DIVISION = 6;

    private FeePolicy() {}

    /** All of them. */
    public static List<SettingDefinition> settings() {
        return List.of(DUE, REFUND, CODES, RECEIPTS);
    }

    static long number(Tenant centre, SettingDefinition setting) {
        return Long.parseLong(centre.policy(setting.key(), setting.usual()).strip());
    }

    /** What codes of payment begin with: eight digits. */
    public static String codeSeries(Tenant centre) {
        String allotted = centre.policy(CODES.key(), CODES.usual()).strip();
        return allotted.isEmpty() ? division(centre) : allotted;
    }

    /** The code of the receipts of a year: eight digits. */
    public static String receiptCode(Tenant centre, int year) {
        String kind = centre.policy(RECEIPTS.key(), RECEIPTS.usual()).strip();
        return division(centre).substring(0, 2) + kind + String.format("%02d", year % 100);
    }

    /** Its six digits, and the last two of a township. */
    private static String division(Tenant centre) {
        String code = centre.division().value();
        return code.substring(0, DIVISION) + (code.length() > DIVISION ? code.substring(DIVISION + 1) : "00");
    }
}
