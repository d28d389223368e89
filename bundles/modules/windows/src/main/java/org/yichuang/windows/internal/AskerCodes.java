package org.yichuang.windows.internal;

import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataCipher.DataScope;
import org.yichuang.kernel.api.TenantId;

/** The codes that open what was asked from home: the database knows them again, and cannot tell them. */
final class AskerCodes {
    private static final String CODE = "windows.enquiry-code";

    private final PersonalDataCipher cipher;

    AskerCodes(PersonalDataCipher cipher) {
        this.cipher = cipher;
    }

    /** By what a code is known again. */
    String digest(TenantId tenant, String number, String code) {
        return cipher.searchDigest(tenant, CODE, number + " " + code);
    }

    /** Encrypts one for the answer that is kept under the key of whoever asks. */
    String seal(TenantId tenant, String number, String code) {
        return cipher.encrypt(new DataScope(tenant, CODE, number), code);
    }

    /** Reads it again. */
    String open(TenantId tenant, String number, String kept) {
        return cipher.decrypt(new DataScope(tenant, CODE, number), kept);
    }
}
