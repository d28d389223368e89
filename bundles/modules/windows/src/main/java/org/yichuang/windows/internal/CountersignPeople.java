package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.internal.domain.Countersignature;
import org.yichuang.windows.internal.domain.DelegationLetter;
import org.yichuang.windows.internal.domain.LetterContent;
import org.yichuang.windows.internal.persistence.LetterRows;

/**
 * Who counter-signs decisions and who puts them right, within one transaction: the letters of a department are asked
 * for once. Nobody signs what they have decided themselves, nor puts right what they have objected to.
 */
final class CountersignPeople {
    private final LetterRows letters;
    private final Departments departments;
    private final UnitOfWork unit;
    private final Map<Under, Both> known = new HashMap<>();

    CountersignPeople(LetterRows letters, Departments departments, UnitOfWork unit) {
        this.letters = letters;
        this.departments = departments;
        this.unit = unit;
    }

    private record Under(String letter, String department) {}

    /** A and B, what they are called by their accounts. */
    private record Both(Map<String, String> a, Map<String, String> b) {}

    /** People, what they are called by their accounts. */
    record People(Map<String, String> byAccount) {
        boolean has(String account) {
            return byAccount.containsKey(account);
        }

        String names() {
            return String.join("\u3001", new TreeSet<>(byAccount.values()));
        }
    }

    /** Who signs: A of the letter, and A of those that the department has now; not whoever has decided. */
    People signing(Countersignature of) {
        Map<String, String> all = new HashMap<>(both(of).a());
        all.remove(of.held().decided().account());
        return new People(all);
    }

    /** Who puts right: whoever has decided, and B of letters of now; not whoever has objected. */
    People correcting(Countersignature of) {
        Map<String, String> all = new HashMap<>(both(of).b());
        Countersignature.Decided decided = of.held().decided();
        all.put(decided.account(), decided.name());
        all.remove(of.held().objector());
        return new People(all);
    }

    /** @throws ProblemException {@code countersign-other} */
    void requireSigner(Countersignature of, String account) {
        if (account.equals(of.held().decided().account())) {
            throw refused("countersign.own");
        }
        require(signing(of), account);
    }

    /** @throws ProblemException {@code countersign-other} */
    void requireCorrector(Countersignature of, String account) {
        if (account.equals(of.held().objector())) {
            throw refused("countersign.objected");
        }
        require(correcting(of), account);
    }

    private static void require(People people, String account) {
        if (people.byAccount().isEmpty()) {
            throw refused("countersign.nobody");
        }
        if (!people.has(account)) {
            throw ProblemException.of(WindowsError.COUNTERSIGN_OTHER, people.names());
        }
    }

    private static ProblemException refused(String why) {
        return new ProblemException(WindowsError.COUNTERSIGN_OTHER, LocalizedMessage.of(CountersignPeople.class, why));
    }

    private Both both(Countersignature of) {
        return known.computeIfAbsent(new Under(of.letter(), of.department()), this::found);
    }

    private Both found(Under under) {
        LocalDate today = unit.context().today();
        Set<String> names = new HashSet<>(
                departments.allNames(under.department(), unit.context().tenant(), unit));
        names.add(under.department());
        Both both = new Both(new HashMap<>(), new HashMap<>());
        Stream<DelegationLetter> own = letters.find(under.letter(), unit).stream();
        Stream.concat(letters.of(names, unit).stream().filter(each -> each.holds(today)), own)
                .forEach(each -> {
                    put(each.a(), both.a());
                    put(each.b(), both.b());
                });
        return both;
    }

    private static void put(LetterContent.Person person, Map<String, String> to) {
        to.put(person.account(), person.name());
    }
}
