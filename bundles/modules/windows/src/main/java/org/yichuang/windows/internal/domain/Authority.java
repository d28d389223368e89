package org.yichuang.windows.internal.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.api.StaffState;
import org.yichuang.windows.api.WindowsError;

/**
 * Who may do something about an item, now: a letter that holds names item and right; what is reserved is for B, or for
 * A while B is away; everything else for whoever is on duty at a window that serves the department (C2.4, K9, K10).
 *
 * @param subject whose and what it is
 * @param letters those of the department that were issued, the last to end first
 * @param staff those who may be concerned, by their accounts: whoever acts, and whom the letters name
 * @param windows their windows, by number
 */
public record Authority(
        Subject subject,
        List<DelegationLetter> letters,
        Map<String, StaffMember> staff,
        Map<String, HallWindow> windows) {
    /**
     * Whose and what it is.
     *
     * @param departments the names of the department that acts
     * @param items codes of its items of which any has to be named
     */
    public record Subject(Set<String> departments, Set<String> items) {}

    /**
     * What is to be done.
     *
     * @param right which right it takes
     * @param reserved whether it is for the representatives alone
     * @param organ whether the law has the organ itself decide
     * @param reference by what it has decided (minutes, opinion of experts, publication, report); empty for nothing
     * @param verification whether what another has found is verified, by somebody who then is neither of the two
     * @param barred accounts that the steps of the case keep from it
     */
    public record Question(
            Right right, boolean reserved, boolean organ, String reference, boolean verification, Set<String> barred) {
        private boolean isGrantedBy(DelegationLetter letter, Set<String> items) {
            return items.stream().anyMatch(item -> isOrgans() ? letter.names(item) : letter.grants(right, item));
        }

        /** Whether the organ decides, and the representative makes that known. */
        private boolean isOrgans() {
            return organ && right == Right.DECIDE;
        }
    }

    /**
     * The answer.
     *
     * @param code why not; null where it is allowed
     * @param sentence the same in words; null where it is allowed
     * @param letter the number of the letter; empty where none was found
     * @param rank in which rank they act: {@code A}, {@code B}, or empty
     * @param window the number of the window; empty for none
     * @param isForBarred whether A acts because the steps of the case keep B from it
     */
    public record Answer(
            WindowsError code,
            LocalizedMessage sentence,
            String letter,
            String rank,
            String window,
            boolean isForBarred) {
        /** Whether they may. */
        public boolean isAllowed() {
            return code == null;
        }
    }

    /** Tells whether somebody may. */
    public Answer ask(String account, Question question, Now now) {
        List<DelegationLetter> granting = letters.stream()
                .filter(each -> question.isGrantedBy(each, subject.items()))
                .toList();
        Optional<DelegationLetter> holding =
                granting.stream().filter(each -> each.holds(now.today())).findFirst();
        if (holding.isEmpty()) {
            return granting.stream()
                    .findFirst()
                    .map(each -> refused(WindowsError.AUTHORITY_EXPIRED, each, each.id(), each.from(), each.last()))
                    .orElseGet(() -> refused(
                            WindowsError.AUTHORITY_NONE, null, question.right().label()));
        }
        DelegationLetter letter = holding.get();
        if (question.isOrgans() && question.reference().isBlank()) {
            return refused(WindowsError.AUTHORITY_ORGAN, letter);
        }
        if (question.reserved()) {
            return account.equals(letter.a().account())
                    ? ofA(letter, question, now)
                    : ofB(account, letter, question, now);
        }
        Answer any = ofAny(account, letter, question, now);
        return any.isAllowed() || !account.equals(letter.a().account()) ? any : ofA(letter, question, now);
    }

    /**
     * A need not be there (K9), and acts while B is away, is not at the window any more, or has taken a step on the
     * case that keeps them from this one; and verifies what B has found.
     */
    private Answer ofA(DelegationLetter letter, Question question, Now now) {
        Optional<StaffMember> b = Optional.ofNullable(staff.get(letter.b().account()));
        boolean isThere = b.filter(each -> each.state() == StaffState.ON_DUTY)
                .filter(each -> !each.isAway(now))
                .isPresent();
        boolean isBarred = question.barred().contains(letter.b().account());
        if (isThere && !isBarred && !question.verification()) {
            return refused(WindowsError.AUTHORITY_B_PRESENT, letter, letter.b().name());
        }
        return new Answer(null, null, letter.id(), "A", windowOf(letter.a().account()), isThere && isBarred);
    }

    private Answer ofB(String account, DelegationLetter letter, Question question, Now now) {
        if (!account.equals(letter.b().account())) {
            return refused(WindowsError.AUTHORITY_NONE, letter, question.right().label());
        }
        Optional<StaffMember> b = Optional.ofNullable(staff.get(account));
        if (b.filter(each -> each.isAway(now)).isPresent()) {
            return refused(WindowsError.AUTHORITY_ABSENT, letter, letter.a().name());
        }
        return b.filter(each -> each.isOnDuty(now)).isPresent()
                ? allowed(letter, "B", windowOf(account))
                : refused(WindowsError.STAFF_OFF_DUTY, letter);
    }

    private Answer ofAny(String account, DelegationLetter letter, Question question, Now now) {
        Optional<StaffMember> actor = Optional.ofNullable(staff.get(account));
        if (actor.filter(each -> each.isOnDuty(now)).isEmpty()) {
            return refused(WindowsError.STAFF_OFF_DUTY, letter);
        }
        String window = windowOf(account);
        boolean serves = actor.get().serves(subject.departments())
                && Optional.ofNullable(windows.get(window))
                        .filter(each -> each.serves(subject.departments()))
                        .isPresent();
        return serves
                ? allowed(letter, rankOf(account, letter), window)
                : refused(WindowsError.AUTHORITY_NONE, letter, question.right().label());
    }

    private static String rankOf(String account, DelegationLetter letter) {
        if (account.equals(letter.a().account())) {
            return "A";
        }
        return account.equals(letter.b().account()) ? "B" : "";
    }

    private String windowOf(String account) {
        return Optional.ofNullable(staff.get(account)).map(StaffMember::window).orElse("");
    }

    private static Answer allowed(DelegationLetter letter, String rank, String window) {
        return new Answer(null, null, letter.id(), rank, window, false);
    }

    private static Answer refused(WindowsError code, DelegationLetter letter, Object... arguments) {
        LocalizedMessage sentence = LocalizedMessage.of(WindowsError.class, code.code(), arguments);
        return new Answer(code, sentence, letter == null ? "" : letter.id(), "", "", false);
    }
}
