package org.yichuang.windows.internal.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/** What a centre sets about assessment. */
public final class AssessmentPolicy {
    private static final int PARTS = 4;

    /** How what is counted, the centre's, the other windows' and the patrol's marks are mixed, in per cent. */
    static final SettingDefinition MIX = SettingDefinition.form(
            "policy.windows.assessment.mix",
            "70,10,10,10",
            "\\d{1,3},\\d{1,3},\\d{1,3},\\d{1,3}",
            LocalizedMessage.of(AssessmentPolicy.class, "mix.form"));

    /** For how many working days a window can appeal. */
    static final SettingDefinition APPEAL = SettingDefinition.number("policy.windows.assessment.appeal-days", 3, 1, 30);

    /** Within how many working days an enquiry is answered. */
    static final SettingDefinition ENQUIRY = SettingDefinition.number("policy.windows.enquiry.days", 5, 1, 60);

    /** How many enquiries an hour are taken from one address without an account, or from one account. */
    static final SettingDefinition HOURLY = SettingDefinition.number("policy.windows.enquiry.hourly", 20, 1, 10_000);

    private AssessmentPolicy() {}

    /** All of them. */
    public static List<SettingDefinition> settings() {
        return List.of(MIX, APPEAL, ENQUIRY, HOURLY);
    }

    /** Of what is counted, of the centre, of other windows, of the patrol; they need not add up to a hundred. */
    public static List<BigDecimal> mix(Tenant centre) {
        List<BigDecimal> parts = new ArrayList<>(PARTS);
        for (String part : said(centre, MIX).split(",")) {
            parts.add(new BigDecimal(part));
        }
        return parts;
    }

    static int appealDays(Tenant centre) {
        return Integer.parseInt(said(centre, APPEAL));
    }

    static int enquiryDays(Tenant centre) {
        return Integer.parseInt(said(centre, ENQUIRY));
    }

    /** How many enquiries an hour are taken from one address or account. */
    public static int hourly(Tenant centre) {
        return Integer.parseInt(said(centre, HOURLY));
    }

    private static String said(Tenant centre, SettingDefinition setting) {
        return centre.policy(setting.key(), setting.usual()).strip();
    }
}
