package org.yichuang.linkage.internal;

import org.yichuang.tenancy.api.Tenants;

/** Where centres live by their settings alone: nobody trusts keys from elsewhere. */
public final class TestPlaces {
    private TestPlaces() {}

    public static Whereabouts of(Tenants tenants) {
        return new Whereabouts(tenants, new TrustFile("no-trust-file.json"));
    }
}
