package org.yichuang.linkage.internal.rest;

import java.util.List;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.linkage.api.CentreWays;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.linkage.internal.LinkageDescriptor;
import org.yichuang.rest.api.RestModule;
import org.yichuang.tenancy.api.Tenants;

/** What linkage gives to the REST door. */
public class LinkageRest implements RestModule {
    private final ExchangeResource resource;

    public LinkageRest(Exchange exchange, CentreKeys keys, CentreWays ways, Tenants tenants) {
        this.resource = new ExchangeResource(exchange, keys, ways, new OperatorScope(tenants));
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
