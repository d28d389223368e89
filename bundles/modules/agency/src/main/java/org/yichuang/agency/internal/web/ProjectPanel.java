package org.yichuang.agency.internal.web;

import gg.jte.Content;
import java.util.Set;
import org.yichuang.agency.internal.Projects;
import org.yichuang.identity.api.Role;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Panel;

/** That the project of a case is in the green channel, and who leads it. */
class ProjectPanel implements Panel {
    private static final int PLACE = 10;

    private final Projects projects;
    private final String number;

    ProjectPanel(Projects projects, String number) {
        this.projects = projects;
        this.number = number;
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.CLERK.key(), Role.CHIEF_REPRESENTATIVE.key(), Role.CENTRE_MANAGER.key());
    }

    @Override
    public Content show(PageCall call) {
        return AgencyPageModule.TEMPLATES.projectpanel(call.ui(), projects.ofCase(number, call.context()));
    }
}
