package org.yichuang.windows.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.yichuang.documents.api.DocumentTemplate;
import org.yichuang.notices.api.NoticeTemplate;
import org.yichuang.windows.internal.document.BulletinDocument;
import org.yichuang.windows.internal.document.LetterDocument;

/** Offers the templates of the hall to the documents and the notices module. */
public class WindowsTemplates {
    private final BundleContext bundles;
    private final List<ServiceRegistration<?>> offered = new ArrayList<>();

    public WindowsTemplates(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** Begins to offer them; nothing can be issued or told before. */
    public void open() {
        for (LetterDocument template : LetterDocument.values()) {
            offered.add(bundles.registerService(DocumentTemplate.class, template, null));
        }
        for (BulletinDocument template : BulletinDocument.values()) {
            offered.add(bundles.registerService(DocumentTemplate.class, template, null));
        }
        for (LetterNotice notice : LetterNotice.values()) {
            offered.add(bundles.registerService(NoticeTemplate.class, notice, null));
        }
        for (BookingNotice notice : BookingNotice.values()) {
            offered.add(bundles.registerService(NoticeTemplate.class, notice, null));
        }
        for (EnquiryNotice notice : EnquiryNotice.values()) {
            offered.add(bundles.registerService(NoticeTemplate.class, notice, null));
        }
    }

    /** Stops. */
    public void close() {
        offered.forEach(ServiceRegistration::unregister);
        offered.clear();
    }
}
