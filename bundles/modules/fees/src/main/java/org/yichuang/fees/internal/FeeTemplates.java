package org.yichuang.fees.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.yichuang.documents.api.DocumentTemplate;
import org.yichuang.fees.internal.document.FeeDocument;
import org.yichuang.notices.api.NoticeTemplate;

/** Offers the templates of fees to the documents and the notices module. */
public class FeeTemplates {
    private final BundleContext bundles;
    private final List<ServiceRegistration<?>> offered = new ArrayList<>();

    public FeeTemplates(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** Begins to offer them; nothing can be issued before. */
    public void open() {
        for (FeeDocument template : FeeDocument.values()) {
            offered.add(bundles.registerService(DocumentTemplate.class, template, null));
        }
        for (FeeNotice notice : FeeNotice.values()) {
            offered.add(bundles.registerService(NoticeTemplate.class, notice, null));
        }
    }

    /** Stops. */
    public void close() {
        offered.forEach(ServiceRegistration::unregister);
        offered.clear();
    }
}
