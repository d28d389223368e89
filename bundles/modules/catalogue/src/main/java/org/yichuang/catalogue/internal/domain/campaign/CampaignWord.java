package org.yichuang.catalogue.internal.domain.campaign;

import java.time.LocalDate;
import java.util.Locale;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.catalogue.internal.domain.opinion.ReviewOffice;
import org.yichuang.journal.api.ChainHead;

/** What was said to a clean-up once and for all: an office has signed, or a city has made its results known. */
@Entity
@Table(name = "CATALOGUE_CAMPAIGN_WORD")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class CampaignWord {
    /** What is said. */
    public enum Kind {
        /** An office of the ordering centre agrees to the results (会签). */
        SIGNATURE,
        /** A city has made them known to the public. */
        PUBLICATION;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @Column(name = "ID")
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private Kind kind;

    /** The office that has signed, or the channel. */
    @Column(name = "BY_WHAT")
    private String byWhat;

    /** In whose name it was made known; empty for a signature. */
    @Column(name = "ORGAN")
    private String organ;

    /** What the office says, or by what it can be shown. */
    @Column(name = "WORDS")
    private String words;

    @Column(name = "SAID_ON")
    private LocalDate saidOn;

    @Column(name = "SAID_BY")
    private String saidBy;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = "";

    @Version
    @Column(name = "REVISION")
    private long revision;

    /** For JPA. */
    protected CampaignWord() {}

    /** What is said. */
    public CampaignWord(String id, View said) {
        this.id = id;
        this.kind = said.kind();
        this.byWhat = said.byWhat();
        this.organ = said.organ();
        this.words = said.words();
        this.saidOn = said.on();
        this.saidBy = said.by();
    }

    /**
     * It as others see it.
     *
     * @param byWhat the office that has signed, or the channel
     * @param organ in whose name it was made known; empty for a signature
     * @param words what the office says, or by what it can be shown
     * @param by who has entered it
     */
    public record View(Kind kind, String byWhat, String organ, String words, LocalDate on, String by) {}

    /** The id of the signature of an office. */
    public static String signature(String campaign, ReviewOffice office) {
        return campaign + "~" + office.key();
    }

    /** The id of what a city has made known. */
    public static String publication(String campaign) {
        return campaign + "~" + Kind.PUBLICATION.key();
    }

    /** It as others see it. */
    public View view() {
        return new View(kind, byWhat, organ, words, saidOn, saidBy);
    }

    /** Its id. */
    public String id() {
        return id;
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
