package org.yichuang.cases.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.yichuang.cases.internal.document.CaseDocumentTemplate;
import org.yichuang.documents.api.DocumentTemplate;
import org.yichuang.notices.api.NoticeTemplate;

/** Offers the templates of cases to the documents and the notices module, all of them at once. */
public class CaseTemplates {
    private final BundleContext bundles;
    private final List<ServiceRegistration<?>> offered = new ArrayList<>();

    public CaseTemplates(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** Begins to offer them; nothing can be issued or told before. */
    public void open() {
        for (CaseDocumentTemplate template : CaseDocumentTemplate.values()) {
            offered.add(bundles.registerService(DocumentTemplate.class, template, null));
        }
        for (CaseNotice notice : CaseNotice.values()) {
            offered.add(bundles.registerService(NoticeTemplate.class, notice, null));
        }
        for (BranchNotice notice : BranchNotice.values()) {
            offered.add(bundles.registerService(NoticeTemplate.class, notice, null));
        }
        for (WarningNotice notice : WarningNotice.values()) {
            offered.add(bundles.registerService(NoticeTemplate.class, notice, null));
        }
    }

    /** Stops. */
    public void close() {
        offered.forEach(ServiceRegistration::unregister);
        offered.clear();
    }
}
