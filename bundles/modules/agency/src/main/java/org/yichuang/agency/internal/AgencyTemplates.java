package org.yichuang.agency.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.yichuang.agency.internal.document.AgencyDocument;
import org.yichuang.agency.internal.document.JointDocument;
import org.yichuang.documents.api.DocumentTemplate;
import org.yichuang.notices.api.NoticeTemplate;

/** Offers the templates of agents to the documents and the notices module. */
public class AgencyTemplates {
    private final BundleContext bundles;
    private final List<ServiceRegistration<?>> offered = new ArrayList<>();

    public AgencyTemplates(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** Begins to offer them; nothing can be issued or told before. */
    public void open() {
        for (AgencyDocument template : AgencyDocument.values()) {
            offered.add(bundles.registerService(DocumentTemplate.class, template, null));
        }
        for (JointDocument template : JointDocument.values()) {
            offered.add(bundles.registerService(DocumentTemplate.class, template, null));
        }
        for (AgencyNotice notice : AgencyNotice.values()) {
            offered.add(bundles.registerService(NoticeTemplate.class, notice, null));
        }
    }

    /** Stops. */
    public void close() {
        offered.forEach(ServiceRegistration::unregister);
        offered.clear();
    }
}
