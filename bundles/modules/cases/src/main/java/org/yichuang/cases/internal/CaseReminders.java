package org.yichuang.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.internal.domain.BranchAddress;
import org.yichuang.cases.internal.domain.BranchLetters;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.Correspondence;
import org.yichuang.cases.internal.domain.LinkedCaseMessage;
import org.yichuang.cases.internal.domain.Remembered;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.cases.internal.persistence.RetentionRows;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Where a centre's database was set back: what its neighbours tell it of what it had told them, and under which number
 * it had a case that comes again.
 */
final class CaseReminders {
    static final String REMINDED = "reminded";

    /** Stands between a number and words in a receipt. */
    static final char WORDS = '：';

    private final CaseLedger desk;
    private final Epochs epochs;
    private final RetentionRows retained;

    /** @param retained what has been here, and is no more */
    CaseReminders(CaseLedger desk, Epochs epochs, RetentionRows retained) {
        this.retained = retained;
        this.desk = desk;
        this.epochs = epochs;
    }

    /**
     * What a neighbour that was set back has told of the cases of which it has sent letters since.
     *
     * @param answered what its letters were receipted with: the number of the case here, and words
     */
    String told(TenantId neighbour, List<String> answered, UnitOfWork unit) {
        CaseFiles cases = desk.cases(unit);
        List<Told> all = new ArrayList<>();
        answered.stream()
                .map(words -> words.indexOf(WORDS) < 0 ? words : words.substring(0, words.indexOf(WORDS)))
                .distinct()
                .forEach(number -> told(cases, number, neighbour.value()).ifPresent(all::add));
        return all.isEmpty() ? "" : Json.write(new Reminder(all));
    }

    private static Optional<Told> told(CaseFiles cases, String number, String neighbour) {
        Optional<BranchAddress> branch = BranchAddress.parse(number);
        return branch.isPresent()
                ? cases.find(branch.get().number()).flatMap(file -> BranchLetters.toldBy(
                                neighbour, file, branch.get().branch())
                        .map(told -> new Told(number, told.number(), told.word())))
                : cases.find(number).flatMap(file -> told(file, neighbour));
    }

    private static Optional<Told> told(CaseFile file, String neighbour) {
        boolean isBelow = neighbour.equals(file.lowerCentre());
        if (!isBelow && !neighbour.equals(file.upperCentre())) {
            return Optional.empty();
        }
        return Remembered.toldBy(isBelow, file)
                .map(word -> isBelow
                        ? new Told(file.lowerNumber(), file.number(), word)
                        : new Told(file.number(), file.upperNumber(), word));
    }

    /** Notes in the cases that are here what was told of them; those that are not come again. */
    void reminded(TenantId neighbour, String told, UnitOfWork unit) {
        CaseFiles cases = desk.cases(unit);
        for (Told each : Json.read(told, Reminder.class).cases()) {
            Optional<CaseFile> here = each.isOfAbove()
                    ? sent(cases, each, neighbour, unit)
                    : cases.fromBelow(neighbour.value(), each.below());
            here.filter(file -> Remembered.isNews(file, each.word()))
                    .ifPresent(file -> note(unit, file, neighbour, each));
        }
    }

    /** Whose member is withdrawn above has been withdrawn as a whole; that a member has gone up binds nobody. */
    private Optional<CaseFile> sent(CaseFiles cases, Told told, TenantId neighbour, UnitOfWork unit) {
        Optional<BranchAddress> branch = BranchAddress.parse(told.below());
        return branch.isPresent()
                ? cases.find(branch.get().number())
                        .filter(file -> isOf(file, branch.get().branch(), neighbour, unit))
                        .filter(file -> Remembered.WITHDRAWAL.equals(told.word()))
                : cases.find(told.below()).filter(file -> !file.isTransferred() || mayGoUp(file, neighbour));
    }

    /**
     * Whether the file of a branch goes up by a neighbour, which need not be the one that decides it: by that which
     * has it, as far as this centre knows, and by the one above, as it may not be known here that it has gone up.
     */
    private boolean isOf(CaseFile file, String branch, TenantId neighbour, UnitOfWork unit) {
        boolean isNext = desk.above(unit).filter(neighbour::equals).isPresent();
        return Remembered.isMemberAbove(file, branch)
                && (isNext || BranchLetters.isWith(file, branch, neighbour.value()));
    }

    private static boolean mayGoUp(CaseFile file, TenantId neighbour) {
        return !neighbour.value().equals(file.lowerCentre());
    }

    private void note(UnitOfWork unit, CaseFile file, TenantId neighbour, Told told) {
        String found = desk.cases(unit).loadedDigest(file);
        Remembered.note(file, told.word());
        boolean isOfMember = BranchAddress.parse(told.below()).isPresent();
        if (Remembered.WITHDRAWAL.equals(told.word()) && !isOfMember) {
            Remembered.known(file, neighbour.value(), told.above());
        }
        Map<String, String> facts = Map.of("by", neighbour.value(), "told", told.word());
        desk.record(unit, file, REMINDED, facts, DomainEvent.NONE, found);
    }

    /**
     * Checks that a letter from above which has no effect now cannot have one as soon as the case is again what it had
     * been: while it is not known what was told, and until the file has gone up again, it waits.
     *
     * @throws ProblemException {@code case-state}
     */
    void requireHeard(TenantId sender, LinkedCaseMessage letter, CaseFile file, UnitOfWork unit) {
        boolean isFromAbove = !Correspondence.isFromBelow(letter);
        if (isFromAbove && (Remembered.waitsToGoUp(file) || epochs.isAwaited(sender, unit))) {
            throw new ProblemException(
                    CaseError.CASE_STATE, LocalizedMessage.of(LinkedCases.class, "message.to-go-up-again"));
        }
    }

    /** Whether a case was here, that figures still count, and was removed once its years had passed. */
    boolean isRemoved(String number, UnitOfWork unit) {
        return number != null
                && CaseNumbers.isWellFormed(number)
                && desk.cases(unit).find(number).isEmpty()
                && !retained.counted(Set.of(number), unit).isEmpty();
    }

    /** Under which number a file that comes is taken: that which it had here, where that is not known any more. */
    String number(LinkedCaseMessage letter, CommandContext now, UnitOfWork unit) {
        String before = letter.receiverCase();
        boolean isOfHere = CaseNumbers.isWellFormed(before)
                && before.startsWith(now.here().division().value() + "-")
                && epochs.begun(unit).isPresent()
                && desk.cases(unit).find(before).isEmpty();
        return isOfHere ? before : CaseNumbers.next(now.here().division(), now.at());
    }

    /** What a neighbour says, as it travels. */
    record Reminder(List<Told> cases) {
        Reminder {
            cases = cases == null ? List.of() : List.copyOf(cases);
        }
    }

    /**
     * What was told of a case.
     *
     * @param below its number at the centre below
     * @param above its number at the centre above
     * @param word the outcome of a decision of the centre above, or that it has ended it as withdrawn or handed it
     *     back; or that the one below has forwarded it, or asked to end it
     */
    record Told(String below, String above, String word) {
        /** Whether the centre above says it of the one below. */
        boolean isOfAbove() {
            return Remembered.isToldAbove(word);
        }
    }
}
