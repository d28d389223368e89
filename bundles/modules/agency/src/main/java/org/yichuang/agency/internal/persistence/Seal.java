package org.yichuang.agency.internal.persistence;

import java.util.Locale;
import org.yichuang.agency.internal.domain.Sealed;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataCipher.DataScope;
import org.yichuang.kernel.api.TenantId;

/** Encrypts what names people, and knows telephones and numbers again. */
public class Seal {
    private static final String PHONE = "agency.phone";
    private static final String ID_NUMBER = "agency.id-number";

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

    /** What a telephone is known by again, however it is written. */
    public String phoneKey(TenantId tenant, String phone) {
        return cipher.searchDigest(tenant, PHONE, phone.replaceAll("[^0-9+]", ""));
    }

    /** What the number of a document is known by again. */
    public String idNumberKey(TenantId tenant, String idNumber) {
        String form = idNumber.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return cipher.searchDigest(tenant, ID_NUMBER, form);
    }
}
