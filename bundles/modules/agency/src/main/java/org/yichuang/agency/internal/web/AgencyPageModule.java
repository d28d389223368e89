package org.yichuang.agency.internal.web;

import java.util.List;
import java.util.stream.Stream;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.AgencyDescriptor;
import org.yichuang.agency.internal.Agents;
import org.yichuang.agency.internal.Projects;
import org.yichuang.agency.internal.Recognitions;
import org.yichuang.agency.internal.RequestDocuments;
import org.yichuang.agency.internal.Requests;
import org.yichuang.agency.internal.jte.StaticTemplates;
import org.yichuang.agency.internal.jte.Templates;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;
import org.yichuang.pages.api.Panel;

/** The pages of agents and of what they serve. */
public class AgencyPageModule implements PageModule {
    static final Templates TEMPLATES = new StaticTemplates();
    private static final Texts TEXTS = Texts.beside(AgencyPageModule.class, "texts");
    private static final int PUBLIC_PLACE = 27;
    private static final int OWN_PLACE = 37;
    private static final int PLACE = 45;

    private final Projects projects;
    private final Recognitions recognitions;
    private final List<Object> resources;

    /** @param joint the pages of what is done jointly */
    public AgencyPageModule(
            Agents agents,
            Requests requests,
            RequestDocuments papers,
            Recognitions recognitions,
            Projects projects,
            JointPageSet joint) {
        this.projects = projects;
        this.recognitions = recognitions;
        resources = Stream.concat(
                        Stream.of(
                                new PublicPages(agents, requests),
                                new OwnPages(requests, papers),
                                new AgentPages(agents),
                                new RequestPages(requests, agents, papers),
                                new ServedPages(requests, papers),
                                new AgreementPages(recognitions),
                                new ProjectPages(projects)),
                        joint.resources().stream())
                .toList();
    }

    @Override
    public String module() {
        return AgencyEvent.MODULE;
    }

    @Override
    public List<String> roots() {
        return new AgencyDescriptor().pageRoots();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    /** Staff find on the page of a case that its project is in the green channel, and whose review is recognised. */
    @Override
    public List<Panel> panels(String kind, String id) {
        return kind.equals("case")
                ? List.of(new ProjectPanel(projects, id), new RecognitionPanel(recognitions, id))
                : List.of();
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                NavigationEntry.open("/agency", "agency.title", PUBLIC_PLACE),
                NavigationEntry.of("/my-agency", "own.title", OWN_PLACE, Role.APPLICANT.key()),
                NavigationEntry.of("/my-agency/joint", "joint.title", OWN_PLACE + 1, Role.APPLICANT.key()),
                NavigationEntry.of(
                        "/agency/joint",
                        "joint.title",
                        PLACE + 2,
                        AgencyDescriptor.SECTION,
                        Role.CENTRE_MANAGER.key(),
                        Role.CLERK.key()),
                NavigationEntry.of(
                        "/agency/inspections",
                        "inspections.title",
                        PLACE + 3,
                        AgencyDescriptor.SECTION,
                        Role.CENTRE_MANAGER.key(),
                        Role.CLERK.key(),
                        Role.REVIEWER.key(),
                        Role.CHIEF_REPRESENTATIVE.key(),
                        Role.SUPERVISION_OFFICER.key()),
                NavigationEntry.of(
                        "/agency/requests",
                        "requests.title",
                        PLACE,
                        Role.CLERK.key(),
                        Role.CENTRE_MANAGER.key(),
                        Role.CHIEF_REPRESENTATIVE.key(),
                        Role.SUPERVISION_OFFICER.key(),
                        AgencyDescriptor.SECTION),
                NavigationEntry.of(
                        "/agency/served", "served.title", PLACE + 1, Role.CLERK.key(), AgencyDescriptor.AGENT));
    }
}
