package org.yichuang.agency.internal.rest;

import java.util.List;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.AgencyDescriptor;
import org.yichuang.agency.internal.Agents;
import org.yichuang.agency.internal.Projects;
import org.yichuang.agency.internal.Recognitions;
import org.yichuang.agency.internal.RequestDocuments;
import org.yichuang.agency.internal.Requests;
import org.yichuang.rest.api.RestModule;

/** What the module gives to the REST door. */
public class AgencyRest implements RestModule {
    private final List<Object> resources;

    public AgencyRest(
            Agents agents,
            Requests requests,
            RequestDocuments papers,
            Recognitions recognitions,
            Projects projects,
            JointRequestResource joint,
            InspectionResource inspections) {
        resources = List.of(
                new AgentResource(agents),
                new RequestResource(requests, papers),
                new OwnRequestResource(requests, papers),
                new ServedRequestResource(requests, papers),
                new ClassResource(requests),
                new AgreementResource(recognitions),
                new ProjectResource(projects),
                joint,
                inspections);
    }

    @Override
    public String module() {
        return AgencyEvent.MODULE;
    }

    @Override
    public List<String> roots() {
        return new AgencyDescriptor().restRoots();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
