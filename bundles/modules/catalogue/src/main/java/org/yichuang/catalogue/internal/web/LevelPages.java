package org.yichuang.catalogue.internal.web;

import java.util.List;
import org.yichuang.catalogue.internal.CatalogueDescriptor;
import org.yichuang.catalogue.internal.DraftOpinions;
import org.yichuang.catalogue.internal.Editions;
import org.yichuang.catalogue.internal.HallCards;
import org.yichuang.catalogue.internal.Publicity;
import org.yichuang.catalogue.internal.Submissions;
import org.yichuang.identity.api.Role;
import org.yichuang.pages.api.NavigationEntry;

/** The pages of a catalogue over the levels and on paper. */
public class LevelPages {
    private final List<Object> resources;

    /** Puts its pages in front of the services. */
    public LevelPages(
            Submissions submissions,
            DraftOpinions opinions,
            Editions editions,
            Publicity publicity,
            HallCards cards,
            TargetPages targets,
            CampaignPages campaigns,
            DemandPages demands,
            BasicPages basics,
            ChecklistPages checklists) {
        resources = List.of(
                new OpinionPages(opinions, submissions),
                new SubmissionPages(submissions, opinions),
                new PaperPages(editions, publicity, cards),
                targets,
                campaigns,
                demands,
                basics,
                checklists);
    }

    /** All of them. */
    List<Object> resources() {
        return resources;
    }

    /** Where they stand in the menu. */
    List<NavigationEntry> navigation() {
        String editor = Role.CATALOGUE_EDITOR.key();
        return List.of(
                NavigationEntry.of(
                        "/catalogue/submissions",
                        "nav.submissions",
                        67,
                        editor,
                        CatalogueDescriptor.REFORM_OFFICER,
                        Role.CENTRE_MANAGER.key()),
                NavigationEntry.of("/catalogue/editions", "nav.editions", 68, editor),
                NavigationEntry.of("/catalogue/publicity", "nav.publicity", 69, editor),
                NavigationEntry.of("/catalogue/targets", "nav.targets", 64, editor),
                NavigationEntry.of(
                        "/catalogue/campaigns",
                        "nav.campaigns",
                        65,
                        editor,
                        CatalogueDescriptor.LEGAL_OFFICER,
                        CatalogueDescriptor.REFORM_OFFICER,
                        Role.CENTRE_MANAGER.key()),
                NavigationEntry.of("/catalogue/delegations", "nav.delegations", 63, editor),
                NavigationEntry.of("/catalogue/online-pre-review", "nav.pre-reviews", 66, editor),
                NavigationEntry.of("/catalogue/basics", "nav.basics", 62, editor),
                NavigationEntry.of("/catalogue/demands", "nav.demands", 70, editor),
                NavigationEntry.open("/catalogue/cards", "nav.cards", 12),
                NavigationEntry.open("/catalogue/demands", "nav.demands.public", 27));
    }
}
