package org.yichuang.cases.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.HearingRequest.InterestedParty;

/**
 * What a step has done: for the journal and for the other centres.
 *
 * @param command the word for the journal
 * @param event what has happened, in the word of the state table; empty when nothing has
 * @param document what the state table has us make out; empty for nothing
 * @param acting who has taken the step
 * @param details facts for people
 * @param posts what the other centres are told
 * @param uninvited who besides the applicant was told of a hearing that is off
 * @param besides what else has come of it, in order
 */
public record Done(
        CaseCommand command,
        String event,
        String document,
        Acting acting,
        Map<String, String> details,
        List<Post> posts,
        List<InterestedParty> uninvited,
        List<Besides> besides) {
    /** The detail of a refusal that says that reconsideration comes before any court. */
    public static final String RECONSIDERATION_FIRST = "reconsiderationFirst";

    /** The detail that names a document that is not in force any more. */
    public static final String REVOKED = "revoked";

    /** A letter from another centre that the state gives no effect; what stands may be told it once more. */
    static Done nothing(CaseCommand command, Map<String, String> details, List<Post> posts) {
        return new Done(
                command,
                "",
                "",
                new Acting("", Vouched.NOBODY, List.of(), List.of()),
                details,
                posts,
                List.of(),
                List.of());
    }

    /** Notes what the step has issued: its number in the journal, the decision's also in case and letters. */
    public void issued(DecisionDocument document, boolean isDecision, CaseFile file) {
        details.put("document", document.number());
        if (isDecision) {
            Progress noted = file.progress().copy();
            noted.decisionDocument = document;
            file.note(noted);
            posts.stream()
                    .map(Post::letter)
                    .filter(letter -> letter.type() == LinkedCaseMessage.Type.DECISION)
                    .forEach(letter -> letter.decisionDocument = document);
        }
    }

    /** Notes the document that tells the acceptance, or that it is not in force any more. */
    public void acceptedBy(String document, CaseFile file) {
        Progress noted = file.progress().copy();
        noted.acceptanceDocument = document;
        file.note(noted);
    }

    /** Notes the documents that tell what was promised at the acceptance; none when they are not in force any more. */
    public void promisedBy(List<String> documents, CaseFile file) {
        Progress noted = file.progress().copy();
        noted.promiseDocuments = new ArrayList<>(documents);
        file.note(noted);
    }

    /** Notes the number of the record of a hearing, on which the decision rests. */
    public void heardBy(String number, CaseFile file) {
        Progress noted = file.progress().copy();
        noted.hearing = noted.hearing.numbered(number);
        file.note(noted);
        posts.stream()
                .map(Post::letter)
                .filter(letter -> letter.type() == LinkedCaseMessage.Type.HEARING)
                .forEach(letter -> letter.hearing = noted.hearing);
    }

    /** Notes the document that tells time and place of a hearing. */
    public void convenedBy(String document, CaseFile file) {
        Progress noted = file.progress().copy();
        noted.hearing = noted.hearing.toldBy(document);
        file.note(noted);
    }

    /** Notes the document that tells what all departments have been invited to. */
    public void appointedBy(String document, CaseFile file) {
        Progress noted = file.progress().copy();
        int last = noted.appointments.size() - 1;
        noted.appointments.set(last, noted.appointments.get(last).toldBy(document));
        file.note(noted);
    }

    /** Notes the document that asks for what is missing, or that it asks for nothing any more. */
    public void noticedBy(String document, CaseFile file) {
        Progress noted = file.progress().copy();
        noted.noticeDocument = document;
        file.note(noted);
    }

    /**
     * Who has taken a step.
     *
     * @param department the department that had the case until then; of a new case, that takes it in
     * @param vouched by which authority
     * @param counted what that adds to the figures of the centre
     * @param spells whom the working days are charged to that have ended with it
     */
    public record Acting(String department, Vouched vouched, List<CountedFact> counted, List<Spell> spells) {}

    /**
     * What else has come of a step, with an entry of its own in the journal.
     *
     * @param word its word there
     * @param event what has happened
     * @param details facts for people
     */
    public record Besides(String word, String event, Map<String, String> details) {}

    /**
     * A letter on its way.
     *
     * @param receiver the tenant that gets it
     * @param sequence its place among the letters of this case to that tenant
     * @param letter what it says
     */
    public record Post(String receiver, long sequence, LinkedCaseMessage letter) {}
}
