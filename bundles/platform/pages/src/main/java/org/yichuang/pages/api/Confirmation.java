package org.yichuang.pages.api;

import gg.jte.Content;

/**
 * A question before something that cannot be taken back.
 *
 * @param question what is asked
 * @param consequence what follows
 * @param action where the yes is posted, below the centre
 * @param yes the words on the button, a verb
 * @param back where the no leads, below the centre
 * @param fields further fields of the form, or null
 */
public record Confirmation(
        String question, String consequence, String action, String yes, String back, Content fields) {}
