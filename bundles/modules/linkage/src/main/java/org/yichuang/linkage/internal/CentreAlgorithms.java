package org.yichuang.linkage.internal;

import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenants;

/** By what each centre signs its messages: a neighbour may do so by another. */
public class CentreAlgorithms {
    /** By what a centre signs. */
    static final SettingDefinition SIGNATURE = SettingDefinition.choice(
            "exchange.signature",
            SignatureAlgorithm.ED25519.word(),
            SignatureAlgorithm.ED25519.word(),
            SignatureAlgorithm.SM2.word());

    private final Tenants tenants;

    public CentreAlgorithms(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Returns by what a centre signs from now on. */
    SignatureAlgorithm of(TenantId centre) {
        return tenants.find(centre)
                .flatMap(found -> SignatureAlgorithm.named(
                        found.policy(SIGNATURE.key(), SIGNATURE.usual()).strip()))
                .orElse(SignatureAlgorithm.ED25519);
    }
}
