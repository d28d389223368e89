package org.yichuang.pages.internal.view;

import java.util.List;
import java.util.Map;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Screen;

/**
 * Everything around a page's content.
 *
 * @param screen the page
 * @param centre the centre's name, or the network's where there is no centre
 * @param below the path of the centre, empty where there is none
 * @param network whether it is a page of no centre
 * @param crest address of the crest
 * @param theme address of the centre's colours, or null
 * @param menu the entries of the menu
 * @param account the name of whoever has signed in, or empty
 * @param accountPath where the account is looked after, below the centre, or empty
 * @param left seconds until the session ends, or null
 * @param here this address without its answer's parameters, to come back to
 * @param done what has just been done, or empty
 * @param problem why what was posted has been refused, or null
 * @param hotline the telephone number for questions
 * @param elderly whether it is shown large
 * @param assets addresses of style sheets and scripts by name
 */
public record Frame(
        Screen screen,
        String centre,
        String below,
        boolean network,
        String crest,
        String theme,
        Menu menu,
        String account,
        String accountPath,
        Long left,
        String here,
        String done,
        ProblemException problem,
        String hotline,
        boolean elderly,
        Map<String, String> assets) {
    private static final int MOST_SHOWN = 99;

    /**
     * The menu: a short one and that of the public lie in a row, a long one of the staff beside the page.
     *
     * @param first what is in sight of a menu in a row
     * @param folded what is behind a word each, where a row is too long for all
     * @param groups the entries of a menu beside the page, by module; empty where it is in a row
     */
    public record Menu(List<Entry> first, List<Group> folded, List<Group> groups) {
        /** No menu at all. */
        public static final Menu NONE = new Menu(List.of(), List.of(), List.of());

        /** Whether it is beside the page. */
        public boolean isBeside() {
            return !groups.isEmpty();
        }
    }

    /**
     * Entries that belong together.
     *
     * @param label what they are called, e.g. as their module is
     * @param entries at least one
     */
    public record Group(String label, List<Entry> entries) {
        /** How many things wait behind all of them. */
        public int waiting() {
            return entries.stream().mapToInt(Entry::waiting).sum();
        }

        /** The count as it is shown. */
        public String count() {
            return shown(waiting());
        }
    }

    /**
     * An entry of the menu.
     *
     * @param path its address
     * @param label its words
     * @param current whether the page is below it
     * @param waiting how many things wait there for whoever asks, 0 for none
     */
    public record Entry(String path, String label, boolean current, int waiting) {
        /** The count as it is shown. */
        public String count() {
            return shown(waiting);
        }
    }

    private static String shown(int waiting) {
        return waiting > MOST_SHOWN ? MOST_SHOWN + "+" : Integer.toString(waiting);
    }

    /** The classes of the body: for reading or for working, and whether the menu is beside it. */
    public String look() {
        return (screen.dense() ? "working" : "reading") + (menu.isBeside() ? " beside" : "");
    }
}
