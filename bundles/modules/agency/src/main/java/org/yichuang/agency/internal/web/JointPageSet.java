package org.yichuang.agency.internal.web;

import java.util.List;
import org.yichuang.agency.internal.JointPapers;
import org.yichuang.agency.internal.JointRequests;
import org.yichuang.catalogue.api.Catalogue;

/** The pages of joint handling that is asked for: the applicant's and the staff's. */
public class JointPageSet {
    private final List<Object> resources;

    public JointPageSet(JointRequests requests, JointPapers papers, Catalogue catalogue) {
        JointAsking asking = new JointAsking(catalogue);
        resources = List.of(new OwnJointPages(requests, papers, asking), new JointPages(requests, papers, asking));
    }

    List<Object> resources() {
        return resources;
    }
}
