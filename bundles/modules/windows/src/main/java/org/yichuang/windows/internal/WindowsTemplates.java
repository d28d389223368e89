package org.yichuang.windows.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.yichuang.notices.api.NoticeTemplate;

/** Offers the templates of the hall to the notices module. */
public class WindowsTemplates {
    private final BundleContext bundles;
    private final List<ServiceRegistration<?>> offered = new ArrayList<>();

    public WindowsTemplates(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** Begins to offer them; nothing can be told before. */
    public void open() {
        for (LetterNotice notice : LetterNotice.values()) {
            offered.add(bundles.registerService(NoticeTemplate.class, notice, null));
        }
    }

    /** Stops. */
    public void close() {
        offered.forEach(ServiceRegistration::unregister);
        offered.clear();
    }
}
