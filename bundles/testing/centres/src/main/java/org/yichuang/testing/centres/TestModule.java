package org.yichuang.testing.centres;

import java.util.List;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;

/** A module that can be switched, as a test describes it. */
public record TestModule(String word, List<String> restRoots, List<String> pageRoots, List<PermissionGrant> grants)
        implements ModuleDescriptor {}
