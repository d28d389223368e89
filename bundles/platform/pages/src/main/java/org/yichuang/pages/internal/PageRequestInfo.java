package org.yichuang.pages.internal;

import java.util.Locale;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.internal.http.Address;

/** What components need to know of the request that they answer. */
interface PageRequestInfo {
    /** The language of the page. */
    Locale locale();

    /** The path of the centre, empty where there is none. */
    String below();

    /** The site's own address, without a path. */
    String site();

    /** What was asked for. */
    Address address();

    /** What was posted. */
    Form form();

    /** A token for a form. */
    String csrf();

    /** A token for one showing of a form. */
    String once();

    /** The address of a style sheet, script or picture. */
    String asset(String name);
}
