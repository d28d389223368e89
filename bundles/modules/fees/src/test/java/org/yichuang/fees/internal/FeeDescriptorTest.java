package org.yichuang.fees.internal;

import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.testing.centres.ModuleDescriptorContract;

/** The descriptor keeps the contract. */
public class FeeDescriptorTest extends ModuleDescriptorContract {
    @Override
    protected ModuleDescriptor descriptor() {
        return new FeeDescriptor();
    }
}
