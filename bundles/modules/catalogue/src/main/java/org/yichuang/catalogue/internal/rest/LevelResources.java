package org.yichuang.catalogue.internal.rest;

import java.util.List;
import org.yichuang.catalogue.internal.Editions;
import org.yichuang.catalogue.internal.HallCards;
import org.yichuang.catalogue.internal.Publicity;
import org.yichuang.catalogue.internal.Submissions;

/** The resources of a catalogue over the levels and on paper. */
public class LevelResources {
    private final List<Object> all;

    /** Puts them in front of the services. */
    public LevelResources(Submissions submissions, Editions editions, Publicity publicity, HallCards cards) {
        all = List.of(
                new SubmissionResource(submissions),
                new EditionResource(editions),
                new PublicityResource(publicity),
                new CardResource(cards));
    }

    /** All of them. */
    List<Object> all() {
        return all;
    }
}
