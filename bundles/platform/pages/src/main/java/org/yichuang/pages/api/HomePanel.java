package org.yichuang.pages.api;

import gg.jte.Content;
import java.util.Set;

/** Something that a module shows on the home page of a centre. */
public interface HomePanel {
    /** Smaller ones come first. */
    int order();

    /** Keys of the roles that see it; nobody named: the public and applicants. */
    Set<String> roles();

    /** Whether it takes the whole width, like a search box. */
    default boolean wide() {
        return false;
    }

    /** What is shown; begins with a heading of the second level. */
    Content show(PageCall call);
}
