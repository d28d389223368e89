package org.yichuang.licences.internal.domain;

import java.util.regex.Pattern;
import org.yichuang.kernel.api.identifier.DocumentType;
import org.yichuang.kernel.api.identifier.Masking;

/** Numbers of certificates: many qualifications bear the number of their holder's identity card. */
public final class CertificateNumbers {
    /** An identity card's, wherever it stands in the number. */
    private static final Pattern ID_NUMBER = Pattern.compile("[0-9]{17}[0-9Xx]|[0-9]{15}");

    private CertificateNumbers() {}

    /** Whether a number holds what may be that of an identity card. */
    public static boolean namesPerson(String number) {
        return number != null && ID_NUMBER.matcher(number).find();
    }

    /** The number of a certificate of a person, for those who do not see whose it is. */
    public static String masked(boolean isPerson, String number) {
        return isPerson
                ? ID_NUMBER
                        .matcher(number)
                        .replaceAll(found -> Masking.idNumber(DocumentType.CITIZEN_ID, found.group()))
                : number;
    }
}
