package org.yichuang.cases.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.yichuang.cases.api.CaseView.IssuedView;
import org.yichuang.cases.api.CaseView.OpinionView;
import org.yichuang.cases.api.DecisionView;

/**
 * The file of a branch that a centre above decides, as it is known here.
 *
 * @param centre the next centre above; null before it has gone up for the first time
 * @param number its number there, or null
 * @param links what that centre has told, and how far the letters have come
 * @param returned whether it has been handed back, and has not gone up again
 * @param asked the place, among the notices of the case, of what that centre waits for; null where it waits for nothing
 * @param reviews what a department here has said before it went up, in order
 * @param decision what was decided there, or null
 * @param paper the document that tells it, or null
 * @param issued what was made out there, or null
 */
public record BranchAbove(
        String centre,
        String number,
        Links links,
        boolean returned,
        Integer asked,
        List<OpinionView> reviews,
        DecisionView decision,
        DecisionDocument paper,
        IssuedView issued) {
    public BranchAbove {
        reviews = reviews == null ? List.of() : List.copyOf(reviews);
        links = links == null ? new Links() : links;
    }

    /** One that has never gone up. */
    static final BranchAbove NOWHERE =
            new BranchAbove(null, null, new Links(), false, null, List.of(), null, null, null);

    /** Whether that centre has it. */
    public boolean isThere() {
        return centre != null && !returned;
    }

    BranchAbove reviewed(OpinionView opinion) {
        List<OpinionView> all = new ArrayList<>(reviews);
        all.add(opinion);
        return new BranchAbove(centre, number, links, returned, asked, all, decision, paper, issued);
    }

    /** The same as it goes up, perhaps to another centre than before, which knows nothing of it. */
    BranchAbove sentTo(String receiver) {
        return receiver.equals(centre)
                ? new BranchAbove(centre, number, links, false, null, reviews, decision, paper, issued)
                : new BranchAbove(receiver, null, new Links(), false, null, reviews, null, null, null);
    }

    /** The same with more letters. */
    BranchAbove with(Consumer<Links> change) {
        Links changed = links.copy();
        change.accept(changed);
        return new BranchAbove(centre, number, changed, returned, asked, reviews, decision, paper, issued);
    }

    /** The same with its number there. */
    BranchAbove known(String numberThere) {
        String known = numberThere == null ? number : numberThere;
        return new BranchAbove(centre, known, links, returned, asked, reviews, decision, paper, issued);
    }

    /** The same waiting for an answer, or null for none any more. */
    BranchAbove asking(Integer place) {
        return new BranchAbove(centre, number, links, returned, place, reviews, decision, paper, issued);
    }

    BranchAbove handedBack() {
        return new BranchAbove(centre, number, links, true, null, reviews, decision, paper, issued);
    }

    BranchAbove decided(DecisionView said, DecisionDocument told, IssuedView made) {
        return new BranchAbove(centre, number, links, returned, null, reviews, said, told, made);
    }
}
