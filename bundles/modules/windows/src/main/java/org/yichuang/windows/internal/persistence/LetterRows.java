package org.yichuang.windows.internal.persistence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.internal.domain.DelegationLetter;
import org.yichuang.windows.internal.domain.LetterContent;

/** Delegation letters in the database. */
public class LetterRows extends KeptRows<DelegationLetter, LetterContent> {
    public LetterRows(EntityManagerFactory entities) {
        super(entities, DelegationLetter.class, LetterContent.class, "delegation-letter");
    }

    private static final int MOST_OF_ONE = 100;

    private static final String HELD_BETWEEN = "select l from DelegationLetter l where l.issuedOn is not null"
            + " and l.fromOn <= :last and l.untilOn >= :first and (l.endedOn is null or l.endedOn > :first)"
            + " and l.id > :after order by l.id";

    /** All, by their numbers, from behind one. */
    public List<DelegationLetter> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select l from DelegationLetter l where l.id > :after order by l.id",
                Map.of("after", after.orElse("")),
                most,
                unit);
    }

    /** Those of a department that were issued, under any of its names, the last to end first. */
    public List<DelegationLetter> of(Collection<String> departments, UnitOfWork unit) {
        return list(
                "select l from DelegationLetter l where l.department in :departments and l.issuedOn is not null"
                        + " order by l.untilOn desc, l.id desc",
                Map.of("departments", departments),
                MOST_OF_ONE,
                unit);
    }

    /** Those that hold on some day from one to another. */
    public List<DelegationLetter> heldBetween(LocalDate first, LocalDate last, UnitOfWork unit) {
        return whole(
                (after, most) -> list(HELD_BETWEEN, Map.of("first", first, "last", last, "after", after), most, unit));
    }

    /** Those about which something is to be done by itself, by their numbers, from behind one. */
    public List<String> due(LocalDate today, String after, int most, UnitOfWork unit) {
        return ids(
                "select l.id from DelegationLetter l where l.watchOn <= :today and l.id > :after order by l.id",
                Map.of("today", today, "after", after),
                most,
                unit);
    }
}
