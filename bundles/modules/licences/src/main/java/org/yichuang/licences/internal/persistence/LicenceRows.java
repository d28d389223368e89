package org.yichuang.licences.internal.persistence;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataCipher.DataScope;
import org.yichuang.identity.keys.EncryptedTable;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.identifier.Masking;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.GrantPlace;
import org.yichuang.licences.internal.domain.ItemKey;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.LicenceContent;
import org.yichuang.licences.internal.domain.RegisterLetter;

/** The results of a unit's centre. */
public final class LicenceRows {
    /** The kind of aggregate in the journal. */
    public static final String AGGREGATE = "licence";

    /** The topic of what registers tell each other. */
    public static final String TOPIC = "licences";

    /** Where what is encrypted is. */
    public static final EncryptedTable TABLE = new EncryptedTable("LICENCES_LICENCE", "LICENCE");

    /** As many of one holder and item may bear one number: those that were replaced. */
    private static final int SAME_NUMBER = 20;

    private static final String CONTENT = "licences.content";
    private static final String ID_NUMBER = "licences.id-number";
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,40}");
    /** What may be the number of a document; a name is none. */
    private static final Pattern NUMBER = Pattern.compile("(?=(?:\\D*\\d){4})[0-9A-Za-z() -]{6,40}");

    private static final String OVER =
            "SELECT l.id FROM Licence l WHERE l.state = :state AND l.validUntil < :day AND l.id > :after"
                    + " AND (l.peer = '' OR l.madeAt <> '') ORDER BY l.id";

    private static final String UNSHARED =
            "SELECT l.id FROM Licence l WHERE l.peer = '' AND l.decidedAt <> :here AND l.state IN :held"
                    + " AND l.id > :after ORDER BY l.id";

    private static final List<String> OF_CASES = List.of(
            "SELECT l.id FROM Licence l WHERE l.id IN :numbers AND l.state = :state",
            "SELECT l.caseNumber FROM Licence l WHERE l.caseNumber IN :numbers AND l.state = :state",
            "SELECT m.caseNumber FROM Matter m, Licence l WHERE m.caseNumber IN :numbers AND l.id = m.licence"
                    + " AND l.state = :state");

    private static final String HELD =
            "SELECT l FROM Licence l WHERE l.number = :number AND l.idNumberKey = :holder AND l.owner = :owner"
                    + " AND l.item = :item ORDER BY l.id DESC";

    private final EntityManagerFactory entities;
    private final PersonalDataCipher cipher;

    public LicenceRows(EntityManagerFactory entities, PersonalDataCipher cipher) {
        this.entities = entities;
        this.cipher = cipher;
    }

    /** Which of some cases have granted a result that is in force, or have changed or renewed it. */
    public Set<String> inForce(Set<String> numbers, UnitOfWork unit) {
        return OF_CASES.stream()
                .flatMap(question -> unit
                        .entities(entities)
                        .createQuery(question, String.class)
                        .setParameter("numbers", numbers)
                        .setParameter("state", LicenceState.VALID)
                        .getResultList()
                        .stream())
                .collect(Collectors.toSet());
    }

    /**
     * What is looked for; null and empty sets stand for anything.
     *
     * @param state where it stands
     * @param item code of the item
     * @param holder a holder's name, or the number of a holder's document, whole
     * @param number the number of the certificate
     * @param account whose own they are
     * @param revocationDue only those that are to be revoked
     * @param undelivered only those of which a decision has still to reach the holder
     * @param departments of which departments
     * @param isPublic whether everybody asks: then no number of a person's document finds anything
     */
    public record Wanted(
            LicenceState state,
            String item,
            String holder,
            String number,
            String account,
            boolean revocationDue,
            boolean undelivered,
            Set<String> departments,
            boolean isPublic) {
        public Wanted {
            departments = Set.copyOf(departments);
        }
    }

    /** Adds one with its entry. */
    public void add(Licence licence, String idNumber, UnitOfWork unit) {
        licence.findBy(idNumberKey(idNumber, unit.context().tenant()));
        record(licence, "register", Map.of(), licence.registered(), unit);
        unit.entities(entities).persist(licence);
    }

    /** The digest by which the number of a document is found. */
    public String idNumberKey(String idNumber, TenantId tenant) {
        String form = idNumber.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return cipher.searchDigest(tenant, ID_NUMBER, form);
    }

    /** Returns what somebody holds of an item under a certificate's number, the newest first. */
    public List<Licence> held(String number, String idNumber, ItemKey item, UnitOfWork unit) {
        return unit
                .entities(entities)
                .createQuery(HELD, Licence.class)
                .setParameter("number", number)
                .setParameter("holder", idNumberKey(idNumber, unit.context().tenant()))
                .setParameter("owner", item.owner())
                .setParameter("item", item.code())
                .setMaxResults(SAME_NUMBER)
                .getResultList()
                .stream()
                .map(licence -> readable(licence, unit))
                .toList();
    }

    /** Returns one by its number in the register. */
    public Optional<Licence> find(String id, UnitOfWork unit) {
        return isId(id)
                ? Optional.ofNullable(unit.entities(entities).find(Licence.class, id))
                        .map(licence -> readable(licence, unit))
                : Optional.empty();
    }

    /** Nobody else changes it in a transaction that overlaps with this one, which has read it. */
    public void hold(Licence licence, UnitOfWork unit) {
        unit.entities(entities).lock(licence, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /**
     * The same.
     *
     * @throws ProblemException {@code licence-unknown}
     */
    public Licence get(String id, UnitOfWork unit) {
        return find(id, unit).orElseThrow(() -> ProblemException.of(LicenceError.LICENCE_UNKNOWN));
    }

    /** Returns those that have the numbers of these cases. */
    public List<Licence> of(List<String> caseNumbers, UnitOfWork unit) {
        return caseNumbers.isEmpty()
                ? List.of()
                : unit.entities(entities)
                        .createQuery("SELECT l FROM Licence l WHERE l.id IN :numbers", Licence.class)
                        .setParameter("numbers", caseNumbers)
                        .getResultList();
    }

    /** Whether what is looked for may be the number of a document, and no name. */
    public static boolean isDocumentNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Whether a text may be the number of a case or of a result. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private Licence readable(Licence licence, UnitOfWork unit) {
        DataScope scope = scope(licence, unit);
        licence.readBy(kept -> Json.read(cipher.decrypt(scope, kept), LicenceContent.class));
        return licence;
    }

    private static DataScope scope(Licence licence, UnitOfWork unit) {
        return new DataScope(unit.context().tenant(), CONTENT, licence.id());
    }

    /** Returns what is looked for, the newest first, from behind one. */
    public List<Licence> list(Wanted wanted, Optional<String> after, int most, UnitOfWork unit) {
        return read(wanted, new Order("l.id < :from", after.orElse("~"), "l.id DESC", 0), most, unit);
    }

    /**
     * Returns what everybody looks for: what was made out last comes first, whatever its case is called. What was
     * replaced is found by its number only.
     */
    public List<Licence> published(Wanted wanted, GrantPlace from, int most, UnitOfWork unit) {
        Order order = new Order("l.grantedOn <= :from", from.day(), "l.grantedOn DESC, l.id DESC", from.passed());
        return read(wanted, order, most, unit);
    }

    /** From where a list is read, by what, and how many rows there have been read. */
    private record Order(String condition, Object from, String by, int passed) {}

    private List<Licence> read(Wanted wanted, Order order, int most, UnitOfWork unit) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder("SELECT l FROM Licence l WHERE " + order.condition());
        values.put("from", order.from());
        state(text, values, wanted.state(), unit.context().today());
        and(text, values, "item", wanted.item());
        and(text, values, "number", wanted.number());
        and(text, values, "account", wanted.account());
        and(text, values, "revocationDue", wanted.revocationDue() ? Boolean.TRUE : null);
        and(text, values, "undelivered", wanted.undelivered() ? Boolean.TRUE : null);
        if (!wanted.departments().isEmpty()) {
            text.append(" AND l.department IN :departments");
            values.put("departments", wanted.departments());
        }
        boolean isNumber = wanted.holder() != null && isDocumentNumber(wanted.holder());
        if (wanted.isPublic()) {
            shown(text, values, wanted, isNumber);
        }
        if (wanted.holder() != null) {
            and(
                    text,
                    values,
                    isNumber ? "idNumberKey" : "holderFolded",
                    isNumber ? idNumberKey(wanted.holder(), unit.context().tenant()) : Licence.folded(wanted.holder()));
        }
        TypedQuery<Licence> query = unit.entities(entities)
                .createQuery(text + " ORDER BY " + order.by(), Licence.class)
                .setFirstResult(order.passed())
                .setMaxResults(most);
        values.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(licence -> readable(licence, unit))
                .toList();
    }

    /** What everybody may find. */
    private static void shown(StringBuilder text, Map<String, Object> values, Wanted wanted, boolean isNumber) {
        and(text, values, "withheld", Boolean.FALSE);
        // whoever has decided it elsewhere says first how it stands, and whether it is a secret
        text.append(" AND (l.peer = '' OR l.madeAt <> '' OR l.peerSeen > 0)");
        if (wanted.state() == null && wanted.number() == null) {
            // what took its place is shown, by whoever decides about it, unless it is a secret
            text.append(" AND l.state <> :replaced");
            values.put("replaced", LicenceState.REPLACED);
        }
        if (isNumber || Masking.namesPerson(wanted.number())) {
            and(text, values, "person", Boolean.FALSE);
        }
    }

    /** Where it stands today: what is over is expired before anybody has noted it. */
    private static void state(StringBuilder text, Map<String, Object> values, LicenceState state, LocalDate today) {
        if (state == LicenceState.VALID) {
            text.append(" AND l.state = :state AND (l.validUntil >= :today OR l.renewal <> '')");
        } else if (state == LicenceState.EXPIRED) {
            text.append(" AND (l.state = :state OR l.state = :valid AND l.validUntil < :today AND l.renewal = '')");
            values.put("valid", LicenceState.VALID);
        } else if (state != null) {
            text.append(" AND l.state = :state");
        }
        if (state != null) {
            values.put("state", state);
        }
        if (state == LicenceState.VALID || state == LicenceState.EXPIRED) {
            values.put("today", today);
        }
    }

    private static void and(StringBuilder text, Map<String, Object> values, String name, Object value) {
        if (value != null) {
            text.append(" AND l.").append(name).append(" = :").append(name);
            values.put(name, value);
        }
    }

    /** Returns those in force here whose last day has passed, by their numbers, from behind one. */
    public List<String> over(LocalDate today, String after, int most, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery(OVER, String.class)
                .setParameter("state", LicenceState.VALID)
                .setParameter("day", today)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** Returns those held and not known to be granted here that no other register has, from behind one. */
    public List<String> unshared(String after, int most, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery(UNSHARED, String.class)
                .setParameter("here", unit.context().tenant().value())
                .setParameter("held", Set.of(LicenceState.VALID, LicenceState.EXPIRED))
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** Writes the entry of a step; whatever would change the result after it is a break of its chain. */
    public void record(
            Licence licence, String action, Map<String, String> details, LicenceEvent event, UnitOfWork unit) {
        record(licence, action, details, event(licence, event), unit);
        if (licence.tells()) {
            RegisterLetter letter = RegisterLetter.about(
                    RegisterLetter.Type.STANDING, licence.peerCase(), licence.caseNumber(), licence.place());
            send(licence, letter, unit);
        }
    }

    /** Writes the entry of what is nobody's news. */
    public void note(Licence licence, String action, Map<String, String> details, UnitOfWork unit) {
        record(licence, action, details, DomainEvent.NONE, unit);
    }

    /** Sends a letter about one to the neighbour that has it as well, in the order of its entries. */
    public void send(Licence licence, RegisterLetter letter, UnitOfWork unit) {
        send(licence.peer(), licence.id(), licence.chain().sequence(), letter, unit);
    }

    /** Sends a letter about what does not stand in the register here. */
    public void send(String receiver, String about, long sequence, RegisterLetter letter, UnitOfWork unit) {
        unit.send(new OutgoingMessage(
                Ids.next(unit.context().at()),
                TOPIC,
                receiver,
                about,
                sequence,
                letter.type().word(),
                Json.write(letter),
                letter.version()));
    }

    private void record(
            Licence licence, String action, Map<String, String> details, DomainEvent event, UnitOfWork unit) {
        licence.writeBy(content -> cipher.encrypt(scope(licence, unit), Json.write(content)), cipher::keyName);
        EntityManager manager = unit.entities(entities);
        // one step may follow from another in one transaction: each finds what the one before has left
        String found = licence.left(unit).orElseGet(() -> RowDigests.loaded(manager, licence));
        String left = RowDigests.written(manager, licence);
        AuditEntry entry = new AuditEntry(AGGREGATE, licence.id(), action, found, left, details, event);
        licence.chain(unit.record(entry, licence.chain()));
        licence.leave(left, unit);
    }

    private static DomainEvent event(Licence licence, LicenceEvent event) {
        return DomainEvent.of(LicenceEvent.MODULE, event.type())
                .about(licence.id(), licence.item())
                .at(licence.department(), "")
                .with(LicenceEvent.VERSION, Json.write(event));
    }

    /** Puts the text of one under the newest master key. */
    public void renewKey(String id, UnitOfWork unit) {
        Licence licence = get(id, unit);
        licence.renew(kept -> cipher.rewrap(scope(licence, unit), kept), cipher::keyName);
        record(licence, "renew-key", Map.of(), DomainEvent.NONE, unit);
    }
}
