package org.yichuang.ratings.internal.web;

import java.util.List;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;
import org.yichuang.pages.api.Panel;
import org.yichuang.ratings.api.Complaints;
import org.yichuang.ratings.api.FollowUps;
import org.yichuang.ratings.api.RatingEvent;
import org.yichuang.ratings.api.Ratings;
import org.yichuang.ratings.internal.RatingsDescriptor;
import org.yichuang.ratings.internal.jte.StaticTemplates;
import org.yichuang.ratings.internal.jte.Templates;
import org.yichuang.tenancy.api.Departments;

/** The pages of ratings. */
public class RatingPageModule implements PageModule {
    static final Templates TEMPLATES = new StaticTemplates();
    private static final Texts TEXTS = Texts.beside(RatingPageModule.class, "texts");
    private static final int PUBLIC_PLACE = 60;
    private static final int OWN_PLACE = 35;
    private static final int LIST_PLACE = 62;
    private static final int CARDS_PLACE = 63;
    private static final int FOLLOW_UPS_PLACE = 61;

    private final Ratings ratings;
    private final List<Object> resources;

    public RatingPageModule(Ratings ratings, FollowUps followUps, Complaints complaints, Departments departments) {
        this.ratings = ratings;
        resources = List.of(
                new RatePages(ratings),
                new RatingPages(ratings, departments),
                new FollowUpPages(followUps, complaints),
                new ComplainPages(complaints));
    }

    @Override
    public String module() {
        return RatingEvent.MODULE;
    }

    @Override
    public List<String> roots() {
        return new RatingsDescriptor().pageRoots();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                NavigationEntry.open("/ratings", "summary.title", PUBLIC_PLACE),
                NavigationEntry.open("/complain", "complain.title", PUBLIC_PLACE + 1),
                NavigationEntry.of("/complain/own", "complain.own", OWN_PLACE + 1, Role.APPLICANT.key()),
                NavigationEntry.of("/ratings/own", "own.title", OWN_PLACE, Role.APPLICANT.key()),
                NavigationEntry.of(
                        "/ratings/given",
                        "given.title",
                        LIST_PLACE,
                        Role.CENTRE_MANAGER.key(),
                        Role.SUPERVISION_OFFICER.key(),
                        Role.CHIEF_REPRESENTATIVE.key(),
                        Role.REVIEWER.key(),
                        Role.CLERK.key()),
                NavigationEntry.of(
                        "/ratings/follow-ups",
                        "follow-ups.title",
                        FOLLOW_UPS_PLACE,
                        Role.CENTRE_MANAGER.key(),
                        Role.SUPERVISION_OFFICER.key(),
                        Role.CHIEF_REPRESENTATIVE.key(),
                        RatingsDescriptor.CALLER),
                NavigationEntry.of(
                        "/ratings/cards",
                        "cards.title",
                        CARDS_PLACE,
                        Role.CENTRE_MANAGER.key(),
                        Role.SUPERVISION_OFFICER.key()));
    }

    /** Applicants find on the page of their case what they are asked about it. */
    @Override
    public List<Panel> panels(String kind, String id) {
        return kind.equals("case") ? List.of(new OwnPanel(ratings, id)) : List.of();
    }
}
