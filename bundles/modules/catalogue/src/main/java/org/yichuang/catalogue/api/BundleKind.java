package org.yichuang.catalogue.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What is done jointly in a bundle (联办事项, M-CAT-17). */
public enum BundleKind {
    /** 联合审批 */
    APPROVAL,
    /** 联合检验、联合年检 */
    INSPECTION,
    /** 联合踏勘 */
    SURVEY,
    /** 联合审图 */
    DRAWING_REVIEW,
    /** 联合办证 */
    CERTIFICATE;

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(
                BundleKind.class,
                "bundle-kind." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
