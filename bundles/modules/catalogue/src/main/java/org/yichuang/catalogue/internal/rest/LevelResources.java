package org.yichuang.catalogue.internal.rest;

import java.util.List;
import org.yichuang.catalogue.internal.BasicCatalogue;
import org.yichuang.catalogue.internal.Campaigns;
import org.yichuang.catalogue.internal.Checklists;
import org.yichuang.catalogue.internal.CompressionTargets;
import org.yichuang.catalogue.internal.Demands;
import org.yichuang.catalogue.internal.Editions;
import org.yichuang.catalogue.internal.HallCards;
import org.yichuang.catalogue.internal.Publicity;
import org.yichuang.catalogue.internal.Submissions;
import org.yichuang.tenancy.api.Tenants;

/** The resources of a catalogue over the levels and on paper. */
public class LevelResources {
    private final List<Object> all;

    /** Puts them in front of the services. */
    public LevelResources(
            Submissions submissions,
            Editions editions,
            Publicity publicity,
            HallCards cards,
            CompressionTargets targets,
            Campaigns campaigns,
            Demands demands,
            BasicCatalogue basics,
            Checklists checklists,
            Tenants tenants) {
        all = List.of(
                new SubmissionResource(submissions),
                new ApprovalResource(submissions),
                new EditionResource(editions),
                new PublicityResource(publicity),
                new RecordResource(publicity),
                new CardResource(cards),
                new TargetResource(targets, tenants),
                new CampaignResource(campaigns),
                new DemandResource(demands),
                new BasicResource(basics),
                new ChecklistResource(checklists));
    }

    /** All of them. */
    List<Object> all() {
        return all;
    }
}
