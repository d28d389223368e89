package org.yichuang.pages.api;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands between header and footer.
 *
 * @param title the page's name, shown as its only heading of the first level
 * @param crumbs the pages above this one, after the home page
 * @param content what follows the heading
 * @param dense whether it is a working page, with more on it, rather than one for reading
 * @param bare whether the content brings its own heading
 */
public record Screen(String title, List<Crumb> crumbs, Content content, boolean dense, boolean bare) {
    public Screen {
        crumbs = List.copyOf(crumbs);
    }

    /** A page for reading. */
    public static Screen reading(String title, Content content) {
        return new Screen(title, List.of(), content, false, false);
    }

    /** A page for working. */
    public static Screen working(String title, Content content) {
        return new Screen(title, List.of(), content, true, false);
    }

    /** The same below another page. */
    public Screen under(String label, String path) {
        List<Crumb> longer = new ArrayList<>(crumbs);
        longer.add(new Crumb(label, path));
        return new Screen(title, longer, content, dense, bare);
    }

    /** The same with a heading of its own inside the content. */
    public Screen withOwnHeading() {
        return new Screen(title, crumbs, content, dense, true);
    }

    /**
     * A page above.
     *
     * @param label its name
     * @param path its path below the centre
     */
    public record Crumb(String label, String path) {}
}
