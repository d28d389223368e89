package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.yichuang.catalogue.internal.document.CatalogueDocument;
import org.yichuang.documents.api.DocumentTemplate;

/** Offers the papers of the catalogue to the documents module. */
public class CatalogueTemplates {
    private final BundleContext bundles;
    private final List<ServiceRegistration<?>> offered = new ArrayList<>();

    public CatalogueTemplates(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** Begins to offer them; nothing can be printed before. */
    public void open() {
        for (CatalogueDocument template : CatalogueDocument.values()) {
            offered.add(bundles.registerService(DocumentTemplate.class, template, null));
        }
    }

    /** Stops. */
    public void close() {
        offered.forEach(ServiceRegistration::unregister);
        offered.clear();
    }
}
