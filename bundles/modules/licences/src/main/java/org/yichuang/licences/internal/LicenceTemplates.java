package org.yichuang.licences.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.yichuang.documents.api.DocumentTemplate;
import org.yichuang.licences.internal.document.LicenceDocumentTemplate;
import org.yichuang.notices.api.NoticeTemplate;

/** Offers the templates of the register to the documents and the notices module, all of them at once. */
public class LicenceTemplates {
    private final BundleContext bundles;
    private final List<ServiceRegistration<?>> offered = new ArrayList<>();

    public LicenceTemplates(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** Begins to offer them; nothing can be issued or told before. */
    public void open() {
        for (LicenceDocumentTemplate template : LicenceDocumentTemplate.values()) {
            offered.add(bundles.registerService(DocumentTemplate.class, template, null));
        }
        for (LicenceNotice notice : LicenceNotice.values()) {
            offered.add(bundles.registerService(NoticeTemplate.class, notice, null));
        }
    }

    /** Stops. */
    public void close() {
        offered.forEach(ServiceRegistration::unregister);
        offered.clear();
    }
}
