package org.yichuang.licences.internal;

import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.testing.centres.ModuleDescriptorContract;

/** The descriptor keeps the contract. */
public class LicencesDescriptorTest extends ModuleDescriptorContract {
    @Override
    protected ModuleDescriptor descriptor() {
        return new LicencesDescriptor();
    }
}
