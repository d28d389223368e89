package org.yichuang.catalogue.internal.domain.campaign;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.catalogue.internal.domain.opinion.ReviewOffice;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.Level;

/** A clean-up that a centre has ordered for those below it (M-CAT-5); what was ordered is not changed. */
@Entity
@Table(name = "CATALOGUE_CAMPAIGN")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Campaign {
    private static final String BETWEEN = ";";

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "NAME")
    private String name;

    @Column(name = "DOCUMENT")
    private String document;

    @Column(name = "BEGUN_ON")
    private LocalDate begunOn;

    /** A last day for each level that has one: {@code city=2026-06-30;county=2026-05-31}. */
    @Column(name = "LAST_DAYS")
    private String lastDays;

    @Column(name = "COMPLETE_ON")
    private LocalDate completeOn;

    /** The offices that sign with it, separated by commas. */
    @Column(name = "CO_SIGNERS")
    private String coSigners;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = "";

    @Version
    @Column(name = "REVISION")
    private long revision;

    /** For JPA. */
    protected Campaign() {}

    /** A clean-up as it is ordered. */
    public Campaign(View ordered) {
        this.id = ordered.id();
        this.name = ordered.name();
        this.document = ordered.document();
        this.begunOn = ordered.begunOn();
        this.completeOn = ordered.completeOn();
        this.lastDays = ordered.lastDays().entrySet().stream()
                .map(each -> each.getKey().key() + "=" + each.getValue())
                .collect(Collectors.joining(BETWEEN));
        this.coSigners = ordered.coSigners().stream().map(ReviewOffice::key).collect(Collectors.joining(","));
    }

    /**
     * A clean-up as others see it.
     *
     * @param document by which it was ordered
     * @param begunOn the day from which rounds count for it
     * @param lastDays until when centres of a level report their round
     * @param completeOn until when the cities make the results known
     * @param coSigners the offices of the ordering centre that sign with it
     */
    public record View(
            String id,
            String name,
            String document,
            LocalDate begunOn,
            Map<Level, LocalDate> lastDays,
            LocalDate completeOn,
            List<ReviewOffice> coSigners) {
        /** Until when a centre of a level reports its round, where it has to. */
        public Optional<LocalDate> lastDay(Level level) {
            return Optional.ofNullable(lastDays.get(level));
        }
    }

    /** The clean-up as others see it. */
    public View view() {
        Map<Level, LocalDate> days = new EnumMap<>(Level.class);
        Arrays.stream(lastDays.split(BETWEEN)).map(each -> each.split("=")).forEach(each -> Level.parse(each[0])
                .ifPresent(level -> days.put(level, LocalDate.parse(each[1]))));
        return new View(id, name, document, begunOn, days, completeOn, ReviewOffice.demanded(coSigners));
    }

    /** The end of its audit chain. */
    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    /** Keeps the end of its audit chain. */
    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }
}
