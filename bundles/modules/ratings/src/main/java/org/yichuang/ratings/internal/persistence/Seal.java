package org.yichuang.ratings.internal.persistence;

import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataCipher.DataScope;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.ratings.internal.domain.Sealed;

/** Encrypts what people have said of themselves or others, and knows links again. */
public class Seal {
    private static final String LINK = "ratings.link";
    private static final String CODE = "ratings.code";

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

    /** What the code of a complaint is known by again. */
    public String digest(TenantId tenant, String number, String code) {
        return cipher.searchDigest(tenant, LINK, number + " " + code);
    }

    /** Encrypts the code of a complaint for the answer that is kept under its key. */
    public String sealCode(TenantId tenant, String number, String code) {
        return seal(tenant, CODE, number, code).encrypted();
    }

    /** Reads it again. */
    public String openCode(TenantId tenant, String number, String kept) {
        return open(tenant, CODE, number, kept, String.class);
    }

    /** What a link is known by again: who reads rows cannot make the link of it. */
    public String digest(TenantId tenant, String token) {
        return cipher.searchDigest(tenant, LINK, token);
    }
}
