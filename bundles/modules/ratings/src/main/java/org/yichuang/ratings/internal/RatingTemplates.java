package org.yichuang.ratings.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.yichuang.notices.api.NoticeTemplate;

/** Offers the templates of ratings to the notices module. */
public class RatingTemplates {
    private final BundleContext bundles;
    private final List<ServiceRegistration<?>> offered = new ArrayList<>();

    public RatingTemplates(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** Begins to offer them; nobody can be told before. */
    public void open() {
        for (RatingNotice notice : RatingNotice.values()) {
            offered.add(bundles.registerService(NoticeTemplate.class, notice, null));
        }
    }

    /** Stops. */
    public void close() {
        offered.forEach(ServiceRegistration::unregister);
        offered.clear();
    }
}
