package org.yichuang.sockets.internal;

import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.testing.centres.ModuleDescriptorContract;

/** The descriptor keeps the contract. */
public class SocketsDescriptorTest extends ModuleDescriptorContract {
    @Override
    protected ModuleDescriptor descriptor() {
        return new SocketsDescriptor();
    }
}
