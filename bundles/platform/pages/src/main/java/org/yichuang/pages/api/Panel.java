package org.yichuang.pages.api;

import gg.jte.Content;
import java.util.Set;

/** Something that a module shows on a page that is not its own. */
public interface Panel {
    /** Smaller ones come first. */
    int order();

    /** Keys of the roles that see it; nobody named: the public and applicants. */
    Set<String> roles();

    /**
     * What is shown; begins with a heading of the second level. A panel that writes nothing, or fails, is left out;
     * after one that took more than two seconds the module's panels and actions of this kind are left out for half a
     * minute.
     */
    Content show(PageCall call);
}
