package org.yichuang.documents.internal;

import org.yichuang.documents.internal.scan.ScanSettings;
import org.yichuang.documents.internal.scan.ScannerRegistry;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.testing.TestNode;

/** What other bundles give to documents in tests: templates, and no scanner. */
final class TestRegistries {
    private TestRegistries() {}

    static Registries of(TemplateRegistry templates) {
        return new Registries(templates, new ScannerRegistry(new ScanSettings(null)));
    }

    static Wiring wiring(
            TestNode node,
            PersonalDataCipher cipher,
            TemplateRegistry templates,
            Tenants tenants,
            PlatformClock clock) {
        return new Wiring(node.entities("documents"), node.transactions(), cipher, of(templates), tenants, clock);
    }
}
