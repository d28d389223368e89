package org.yichuang.licences.internal.web;

import static org.yichuang.identity.api.Role.APPLICANT;
import static org.yichuang.identity.api.Role.CENTRE_MANAGER;
import static org.yichuang.identity.api.Role.CHIEF_REPRESENTATIVE;
import static org.yichuang.identity.api.Role.CLERK;
import static org.yichuang.identity.api.Role.REVIEWER;
import static org.yichuang.identity.api.Role.SUPERVISION_OFFICER;

import java.util.List;
import org.yichuang.kernel.api.Texts;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.internal.Bans;
import org.yichuang.licences.internal.Breaches;
import org.yichuang.licences.internal.Grants;
import org.yichuang.licences.internal.LicenceDecisions;
import org.yichuang.licences.internal.LicenceDeliveries;
import org.yichuang.licences.internal.LicenceDocuments;
import org.yichuang.licences.internal.Licences;
import org.yichuang.licences.internal.LicencesDescriptor;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;

/** The pages of the register. */
public class LicencesPageModule implements PageModule {
    private static final Texts TEXTS = Texts.beside(LicencesPageModule.class, "texts");

    private final List<Object> resources;

    /** Puts its pages in front of the services. */
    public LicencesPageModule(
            Licences licences,
            LicenceDecisions decisions,
            LicenceDeliveries deliveries,
            LicenceDocuments documents,
            Bans bans,
            Breaches breaches,
            Grants grants) {
        resources = List.of(
                new RegisterPages(licences, decisions, documents),
                new DeliveryPages(licences, deliveries),
                new OwnPages(licences, documents),
                new GrantedPages(licences, grants),
                new BanPages(bans),
                new BreachPages(breaches),
                new GrantPages(grants));
    }

    @Override
    public String module() {
        return LicenceEvent.MODULE;
    }

    @Override
    public List<String> roots() {
        return new LicencesDescriptor().pageRoots();
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
                NavigationEntry.open("/granted", "granted.title", 25),
                NavigationEntry.of("/my-licences", "own.title", 35, APPLICANT.key()),
                NavigationEntry.of(
                        "/licences",
                        "register.title",
                        40,
                        CLERK.key(),
                        REVIEWER.key(),
                        CHIEF_REPRESENTATIVE.key(),
                        CENTRE_MANAGER.key(),
                        SUPERVISION_OFFICER.key()));
    }
}
