package org.yichuang.linkage.internal.rest;

import java.util.List;
import org.yichuang.linkage.internal.LinkageDescriptor;
import org.yichuang.rest.api.RestModule;

/** What linkage gives to the REST door. */
public class LinkageRest implements RestModule {
    private final ExchangeResource resource;

    public LinkageRest(ExchangeResource resource) {
        this.resource = resource;
    }

    @Override
    public String module() {
        return "linkage";
    }

    @Override
    public List<String> roots() {
        return new LinkageDescriptor().restRoots();
    }

    @Override
    public List<Object> resources() {
        return List.of(resource);
    }
}
