package org.yichuang.licences.internal.rest;

import java.util.List;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.internal.Bans;
import org.yichuang.licences.internal.Breaches;
import org.yichuang.licences.internal.Grants;
import org.yichuang.licences.internal.LicenceDecisions;
import org.yichuang.licences.internal.LicenceDeliveries;
import org.yichuang.licences.internal.LicenceDocuments;
import org.yichuang.licences.internal.Licences;
import org.yichuang.licences.internal.LicencesDescriptor;
import org.yichuang.rest.api.RestModule;

/** What the register gives to the REST door. */
public class LicencesRest implements RestModule {
    private final List<Object> resources;

    /** Puts its paths in front of the services. */
    public LicencesRest(
            Licences licences,
            LicenceDecisions decisions,
            LicenceDeliveries deliveries,
            LicenceDocuments documents,
            Bans bans,
            Breaches breaches,
            Grants grants) {
        resources = List.of(
                new LicenceResource(licences, decisions, deliveries),
                new OwnResource(licences, documents),
                new DocumentResource(documents),
                new BanResource(bans),
                new BreachResource(breaches),
                new GrantResource(grants));
    }

    @Override
    public String module() {
        return LicenceEvent.MODULE;
    }

    @Override
    public List<String> roots() {
        return new LicencesDescriptor().restRoots();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
