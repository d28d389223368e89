package org.yichuang.cases.internal.domain;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;
import org.yichuang.catalogue.api.CaseKind;

/**
 * Something that has happened to a case, as figures count it: written with the step, and as it was then. What becomes
 * of the case later changes nothing of it but until when the case was open, and on its own day whether it was
 * concluded on that day; so no figure of past days changes.
 */
@Entity(name = "CountedFact")
@IdClass(CountedFact.Key.class)
@Table(name = "CASES_FACT")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class CountedFact {
    /** Stands where nobody of the centre, or no window, had to do with it, and where its channel is not known. */
    public static final String NOBODY = "-";

    @Id
    @Column(name = "CASE_NUMBER")
    private String number;

    @Id
    @Column(name = "STEP")
    private int step;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "FACT")
    private Fact fact;

    @Column(name = "COUNTED_ON")
    private LocalDate on;

    @Column(name = "UNTIL")
    private LocalDate until = CaseFile.NEVER;

    @Column(name = "ITEM")
    private String item;

    @Column(name = "ITEM_NAME")
    private String itemName;

    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "WINDOW_NAME")
    private String window = NOBODY;

    @Column(name = "PERSON")
    private String person = NOBODY;

    @Column(name = "CHANNEL")
    private String channel = NOBODY;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private CaseState state;

    @Column(name = "RECEIVED_MICROS")
    private Instant receivedAt;

    @Column(name = "ACCEPTED_ON")
    private LocalDate acceptedOn;

    @Column(name = "DECIDED_ON")
    private LocalDate decidedOn;

    /** Numbers, as they are added up. */
    @Column(name = "LATE")
    private int late;

    @Column(name = "EARLY")
    private int early;

    @Column(name = "SAME_DAY")
    private int sameDay;

    @Column(name = "INSTANT")
    private int instant;

    @Column(name = "ONLINE")
    private int online;

    @Column(name = "AFTERWARDS")
    private int afterwards;

    @Column(name = "RESULTED")
    private int resulted;

    /** For JPA. */
    protected CountedFact() {}

    CountedFact(CaseFile file, int step, Fact fact, LocalDate on) {
        ItemLabels labels = file.submission().item();
        this.number = file.number();
        this.step = step;
        this.fact = fact;
        this.on = on;
        this.item = labels.code();
        this.itemName = labels.name();
        this.department = file.department();
        this.state = file.state();
        this.receivedAt = file.receivedAt();
        Progress progress = file.progress();
        this.acceptedOn = progress.acceptance == null ? null : CommandContext.day(progress.acceptance.at());
        this.decidedOn = progress.decision == null ? null : CommandContext.day(progress.decision.at());
        this.afterwards = number(progress.afterwards != null);
        this.instant = number(labels.kind() == CaseKind.INSTANT);
        this.channel = file.channel().map(Enum::name).orElse(NOBODY);
        this.online = number(channel.equals(CaseChannel.ONLINE.name()));
    }

    private static int number(boolean is) {
        return is ? 1 : 0;
    }

    CountedFact by(String window, String person) {
        this.window = window.isEmpty() ? NOBODY : window;
        this.person = person.isEmpty() ? NOBODY : person;
        return this;
    }

    CountedFact in(CaseState found) {
        state = found;
        return this;
    }

    CountedFact judged(boolean isLate, boolean isEarly) {
        late = number(isLate);
        early = number(isEarly);
        return this;
    }

    /** Says whether a result has come of it, or a refusal. */
    CountedFact resulted(boolean isResultOrRefusal) {
        resulted = number(isResultOrRefusal);
        return this;
    }

    void concludedOn(LocalDate day) {
        until = day;
    }

    void onTheDay(boolean isConcludedOnIt) {
        sameDay = number(isConcludedOnIt);
    }

    /**
     * Takes over what may still be said of it: until when the case was open, whether it was over on its day, and by
     * which way it came in, where that was not kept when it was counted; returns whether figures of its day change.
     */
    public boolean follow(CountedFact reckoned) {
        String way = channel.equals(NOBODY) ? reckoned.channel : channel;
        boolean isChanged = sameDay != reckoned.sameDay || !way.equals(channel);
        until = reckoned.until;
        sameDay = reckoned.sameDay;
        channel = way;
        return isChanged;
    }

    /** Takes over a verdict that a corrected calendar has changed; returns whether it has. */
    public boolean judge(CountedFact reckoned) {
        boolean isChanged = late != reckoned.late || early != reckoned.early;
        late = reckoned.late;
        early = reckoned.early;
        return isChanged;
    }

    public Key key() {
        return new Key(number, step, fact);
    }

    public int step() {
        return step;
    }

    public Fact fact() {
        return fact;
    }

    public LocalDate on() {
        return on;
    }

    public LocalDate until() {
        return until;
    }

    /** The key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String number;
        private int step;
        private Fact fact;

        /** For JPA. */
        public Key() {}

        /** Of a row. */
        public Key(String number, int step, Fact fact) {
            this.number = number;
            this.step = step;
            this.fact = fact;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && number.equals(key.number) && step == key.step && fact == key.fact;
        }

        @Override
        public int hashCode() {
            return Objects.hash(number, step, fact);
        }
    }
}
