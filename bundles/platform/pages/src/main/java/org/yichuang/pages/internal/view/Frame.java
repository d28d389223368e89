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
 * @param entries the menu
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
        List<Entry> entries,
        String account,
        String accountPath,
        Long left,
        String here,
        String done,
        ProblemException problem,
        String hotline,
        boolean elderly,
        Map<String, String> assets) {
    /**
     * An entry of the menu.
     *
     * @param path its address
     * @param label its words
     * @param current whether the page is below it
     * @param waiting how many things wait there for whoever asks, 0 for none
     */
    public record Entry(String path, String label, boolean current, int waiting) {
        private static final int MOST_SHOWN = 99;

        /** The count as it is shown. */
        public String count() {
            return waiting > MOST_SHOWN ? MOST_SHOWN + "+" : Integer.toString(waiting);
        }
    }

    /** The class of the body: for reading or for working. */
    public String look() {
        return screen.dense() ? "working" : "reading";
    }
}
