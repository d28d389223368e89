package org.yichuang.pages.api;

/** Something that a module shows on the home page of a centre. */
public interface HomePanel extends Panel {
    /** Whether it takes the whole width, like a search box. */
    default boolean wide() {
        return false;
    }
}
