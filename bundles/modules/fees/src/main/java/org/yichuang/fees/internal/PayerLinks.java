package org.yichuang.fees.internal;

import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;

/**
 * Where payers find their demands: each at an address that has a key of its own, a digest under the platform's key,
 * which nobody finds by guessing.
 */
record PayerLinks(PersonalDataCipher cipher) {
    private static final String PURPOSE = "fees.payer-link";
    /** Of 64 hexadecimal digits: 128 bits. */
    private static final int DIGITS = 32;

    /** The setting of the documents module that names the public address. */
    private static final String ADDRESS = "policy.documents.address";

    /** The key of a demand's page. */
    String key(TenantId tenant, String number) {
        return cipher.searchDigest(tenant, PURPOSE, number).substring(0, DIGITS);
    }

    /** The whole address of a demand's page, or in words where it is found if the centre has no public address. */
    String address(Tenant centre, String number) {
        String root = centre.policy(ADDRESS, "").strip();
        return root.isEmpty()
                ? LocalizedMessage.of(PayerLinks.class, "payer.no-link").zh()
                : root + "/" + centre.id().value() + "/fees/pay/" + number + "/" + key(centre.id(), number);
    }
}
