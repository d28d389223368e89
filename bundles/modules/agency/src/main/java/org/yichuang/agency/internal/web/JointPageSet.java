package org.yichuang.agency.internal.web;

import java.util.List;
import org.yichuang.agency.internal.InspectionPapers;
import org.yichuang.agency.internal.Inspections;
import org.yichuang.agency.internal.JointPapers;
import org.yichuang.agency.internal.JointRequests;
import org.yichuang.catalogue.api.Catalogue;

/** The pages of what is done jointly: handling that is asked for, the applicant's and the staff's, and inspections. */
public class JointPageSet {
    private final List<Object> resources;

    public JointPageSet(
            JointRequests requests,
            JointPapers papers,
            Catalogue catalogue,
            Inspections inspections,
            InspectionPapers calls) {
        JointAsking asking = new JointAsking(catalogue);
        resources = List.of(
                new OwnJointPages(requests, papers, asking),
                new JointPages(requests, papers, asking),
                new InspectionPages(inspections, calls));
    }

    List<Object> resources() {
        return resources;
    }
}
