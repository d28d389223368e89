package org.yichuang.cases.internal.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.yichuang.cases.internal.domain.PersonalTexts;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataCipher.DataScope;
import org.yichuang.kernel.api.TenantId;

/** Texts of one centre, encrypted by the platform's cipher. */
public final class EncryptedTexts implements PersonalTexts {
    private static final String ID_NUMBER = "cases.id-number";
    private static final String PHONE = "cases.phone";
    private static final String PART = "cases.part";
    private static final String COUNTRY = "86";
    private static final int MOBILE_DIGITS = 11;

    private final PersonalDataCipher cipher;
    private final TenantId tenant;

    public EncryptedTexts(PersonalDataCipher cipher, TenantId tenant) {
        this.cipher = cipher;
        this.tenant = tenant;
    }

    @Override
    public String write(Kind kind, String owner, Object value) {
        return cipher.encrypt(scope(kind, owner), Json.write(value));
    }

    @Override
    public String json(Kind kind, String owner, String kept) {
        return isPlain(kept) ? kept : cipher.decrypt(scope(kind, owner), kept);
    }

    @Override
    public <T> T read(Kind kind, String owner, String kept, Class<T> type) {
        return Json.read(json(kind, owner, kept), type);
    }

    @Override
    public String renewed(Kind kind, String owner, String kept) {
        DataScope scope = scope(kind, owner);
        return isPlain(kept) ? cipher.encrypt(scope, kept) : cipher.rewrap(scope, kept);
    }

    @Override
    public String keyName(String... kept) {
        List<String> names = Stream.of(kept).map(cipher::keyName).distinct().toList();
        return names.size() == 1 ? names.get(0) : "";
    }

    @Override
    public SearchKeys keys(String idNumber, String phone) {
        String number = idNumber.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        String digits = phone.replaceAll("[^0-9]", "");
        boolean withCountry = digits.startsWith(COUNTRY) && digits.length() == COUNTRY.length() + MOBILE_DIGITS;
        return new SearchKeys(
                cipher.searchDigest(tenant, ID_NUMBER, number),
                cipher.searchDigest(tenant, PHONE, withCountry ? digits.substring(COUNTRY.length()) : digits));
    }

    @Override
    public List<String> grams(Collection<String> parts) {
        return parts.stream()
                .map(part -> cipher.searchDigest(tenant, PART, part))
                .toList();
    }

    /** An object of JSON, as it was kept before texts were encrypted. */
    private static boolean isPlain(String kept) {
        return kept.startsWith("{");
    }

    private DataScope scope(Kind kind, String owner) {
        return new DataScope(tenant, "cases." + kind.name().toLowerCase(Locale.ROOT), owner);
    }
}
