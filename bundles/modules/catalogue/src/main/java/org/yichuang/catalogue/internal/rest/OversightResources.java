package org.yichuang.catalogue.internal.rest;

import java.util.List;
import org.yichuang.catalogue.internal.CleanUp;
import org.yichuang.catalogue.internal.DraftOpinions;
import org.yichuang.catalogue.internal.HallEntries;
import org.yichuang.catalogue.internal.LimitChecks;
import org.yichuang.catalogue.internal.OwnWords;
import org.yichuang.catalogue.internal.ReviewRounds;
import org.yichuang.catalogue.internal.Roads;
import org.yichuang.catalogue.internal.Unification;
import org.yichuang.tenancy.api.Tenants;

/** The resources that look at a catalogue as a whole. */
public class OversightResources {
    private final List<Object> all;

    /** Puts them in front of the services. */
    public OversightResources(
            ReviewRounds rounds,
            HallEntries entries,
            Unification unification,
            Tenants tenants,
            LimitChecks limits,
            CleanUp cleanUp,
            DraftOpinions opinions,
            Roads roads,
            OwnWords words) {
        all = List.of(
                new RoundResource(rounds, limits),
                new EntryResource(entries, tenants),
                new UnificationResource(unification),
                new LimitResource(limits),
                new CleanUpResource(cleanUp),
                new OpinionResource(opinions),
                new RoadResource(roads),
                new WordResource(words));
    }

    /** All of them. */
    List<Object> all() {
        return all;
    }
}
