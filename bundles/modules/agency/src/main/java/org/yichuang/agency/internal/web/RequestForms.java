package org.yichuang.agency.internal.web;

import java.util.List;
import org.yichuang.agency.internal.AgencyViews.Published;
import org.yichuang.agency.internal.Agents;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.PageCall;

/** What the forms of a request offer. */
final class RequestForms {
    /** Nobody to choose from. */
    static final List<Option> NONE = List.of();

    private RequestForms() {}

    /** The agents who may act today. */
    static List<Option> agents(PageCall call, Agents agents) {
        PageRequest page = PageRequest.of(PageRequest.MAXIMUM, null);
        return agents.published(page, call.context()).items().stream()
                .map(agent -> new Option(agent.id(), label(call, agent)))
                .toList();
    }

    private static String label(PageCall call, Published agent) {
        return agent.name() + " · " + call.ui().localize(agent.source().label()) + " " + agent.organisation() + " · "
                + agent.serviceArea();
    }
}
