package org.yichuang.ratings.internal;

import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.testing.centres.ModuleDescriptorContract;

/** The descriptor keeps the contract. */
public class RatingsDescriptorTest extends ModuleDescriptorContract {
    @Override
    protected ModuleDescriptor descriptor() {
        return new RatingsDescriptor();
    }
}
