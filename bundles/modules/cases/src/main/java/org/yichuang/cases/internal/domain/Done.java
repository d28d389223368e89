package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Map;

/**
 * What a step has done: for the journal and for the other centres.
 *
 * @param command the word for the journal
 * @param event what has happened, in the word of the state table; empty when nothing has
 * @param details facts for people
 * @param posts what the other centres are told
 */
public record Done(CaseCommand command, String event, Map<String, String> details, List<Post> posts) {
    /**
     * A letter on its way.
     *
     * @param receiver the tenant that gets it
     * @param sequence its place among the letters of this case to that tenant
     * @param letter what it says
     */
    public record Post(String receiver, long sequence, LinkedCaseMessage letter) {}
}
