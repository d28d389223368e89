package org.yichuang.cases.internal.view;

import java.util.List;

/**
 * What has happened while somebody filled in the form of a command.
 *
 * @param done who has taken the last step, when and which; empty where nothing stands in the way
 * @param typed what was typed, for a form that is not shown again
 */
public record Meanwhile(String done, List<String> typed) {
    /** Nothing has. */
    public static final Meanwhile NOTHING = new Meanwhile("", List.of());

    public Meanwhile {
        typed = List.copyOf(typed);
    }
}
