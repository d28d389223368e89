package org.yichuang.licences.internal.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.licences.internal.LicenceView;

/** Where change, renewal and replacement are applied for. */
public final class MatterLinks {
    private MatterLinks() {}

    /**
     * The path with the certificate filled in.
     *
     * @param root where applications begin, online or at the window
     */
    public static String to(String root, LicenceView view, LicenceMatter matter) {
        return root + view.item() + "?licence.matter=" + matter.name() + "&licence.number="
                + URLEncoder.encode(view.number(), StandardCharsets.UTF_8);
    }
}
