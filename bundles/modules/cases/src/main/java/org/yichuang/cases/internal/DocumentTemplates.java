package org.yichuang.cases.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.yichuang.cases.internal.document.CaseDocumentTemplate;
import org.yichuang.documents.api.DocumentTemplate;

/** Offers the templates of cases to the documents module, all of them at once. */
public class DocumentTemplates {
    private final BundleContext bundles;
    private final List<ServiceRegistration<DocumentTemplate>> offered = new ArrayList<>();

    public DocumentTemplates(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** Begins to offer them; nothing can be issued before. */
    public void open() {
        for (CaseDocumentTemplate template : CaseDocumentTemplate.values()) {
            offered.add(bundles.registerService(DocumentTemplate.class, template, null));
        }
    }

    /** Stops. */
    public void close() {
        offered.forEach(ServiceRegistration::unregister);
        offered.clear();
    }
}
