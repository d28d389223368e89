package org.yichuang.windows.internal;

import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.testing.centres.ModuleDescriptorContract;

/** The descriptor keeps the contract. */
public class WindowsDescriptorTest extends ModuleDescriptorContract {
    @Override
    protected ModuleDescriptor descriptor() {
        return new WindowsDescriptor();
    }
}
