package org.yichuang.fees.internal.persistence;

import org.yichuang.fees.internal.domain.Sealed;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataCipher.DataScope;
import org.yichuang.kernel.api.TenantId;

/** Encrypts what names payers and their accounts, and knows accounts again. */
public class Seal {
    private static final String ACCOUNT = "fees.bank-account";

    private final PersonalDataCipher cipher;

    public Seal(PersonalDataCipher cipher) {
        this.cipher = cipher;
    }

    /** The platform's cipher. */
    public PersonalDataCipher cipher() {
        return cipher;
    }

    /** Encrypts a value of a row. */
    Sealed seal(TenantId tenant, String purpose, String row, Object value) {
        return sealed(cipher.encrypt(new DataScope(tenant, purpose, row), Json.write(value)));
    }

    /** Reads a value of a row. */
    <T> T open(TenantId tenant, String purpose, String row, String kept, Class<T> type) {
        return Json.read(cipher.decrypt(new DataScope(tenant, purpose, row), kept), type);
    }

    /** Puts a value's own key under the newest master key. */
    Sealed renewed(TenantId tenant, String purpose, String row, String kept) {
        return sealed(cipher.rewrap(new DataScope(tenant, purpose, row), kept));
    }

    private Sealed sealed(String encrypted) {
        return new Sealed(encrypted, cipher.keyName(encrypted));
    }

    /** What a bank account is known by again, however its digits are grouped. */
    public String accountKey(TenantId tenant, String account) {
        return cipher.searchDigest(tenant, ACCOUNT, account.replaceAll("[\\s-]", ""));
    }
}
