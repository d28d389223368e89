package org.yichuang.bench;

import java.util.Map;

/** Applicants that do not exist, with numbers whose check digits are right. */
public final class Samples {
    private static final String USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Samples() {}

    /** An enterprise. */
    public static Map<String, Object> enterprise(int which) {
        return Map.of(
                "kind", "enterprise",
                "name", "海阳市示范建设有限公司" + which,
                "idType", "uscc",
                "idNumber", socialCreditCode(which),
                "phone", "0535-3220000");
    }

    /** A person. */
    public static Map<String, Object> person(int which) {
        return Map.of(
                "kind", "person",
                "name", "王小明",
                "idType", "citizen-id",
                "idNumber", citizenNumber(which),
                "phone", "13800138000");
    }

    /** A unified social credit code of a 海阳 company (GB 32100, GB 11714). */
    public static String socialCreditCode(int which) {
        String organisation = "MA3" + String.format("%05d", which % 100_000);
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(organisation.charAt(i)) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        String body = "91370687" + organisation + (check == 11 ? "0" : check == 10 ? "X" : String.valueOf(check));
        int total = 0;
        int weight = 1;
        for (char c : body.toCharArray()) {
            total += USCC.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return body + USCC.charAt((31 - total % 31) % 31);
    }

    /** A citizen number of 海阳 (GB 11643). */
    public static String citizenNumber(int which) {
        String body = "37068719900" + (1 + which / 1000 % 9) + "15" + String.format("%03d", which % 1000);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * CITIZEN_WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
