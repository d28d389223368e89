package org.yichuang.catalogue.api;

/** What one may be permitted to do with a centre's own catalogue; what is published, everyone may read. */
public final class CataloguePermission {
    /** To see the centre's own items with their drafts and old versions, and what became of imports. */
    public static final String VIEW = "catalogue.view";

    /** To draft items. */
    public static final String EDIT = "catalogue.edit";

    /** To publish and retire items. */
    public static final String PUBLISH = "catalogue.publish";

    /** To import files of items. */
    public static final String IMPORT = "catalogue.import";

    /** To enter review rounds of the catalogue. */
    public static final String REVIEW = "catalogue.review";

    /** To say what an office thinks of a draft: of which one, the permissions below tell. */
    public static final String OPINE = "catalogue.opine";

    /** To speak for the centre. */
    public static final String OPINE_CENTRE = "catalogue.opine-centre";

    /** To speak for the legal office. */
    public static final String OPINE_LEGAL = "catalogue.opine-legal";

    /** To speak for the office of reform. */
    public static final String OPINE_REFORM = "catalogue.opine-reform";

    /** To examine the drafts of centres below. */
    public static final String EXAMINE = "catalogue.examine";

    private CataloguePermission() {}
}
