package org.yichuang.catalogue.internal.domain.opinion;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** What an office says of a version while it is a draft; the last word of each office counts. */
@Entity
@Table(name = "CATALOGUE_OPINION")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class DraftOpinion {
    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "CODE")
    private String code;

    @Column(name = "NUMBER_IN_ITEM")
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(name = "OFFICE")
    private ReviewOffice office;

    @Column(name = "AGREED")
    private boolean agreed;

    @Column(name = "WORDS")
    private String words;

    @Column(name = "REVIEWER")
    private String reviewer;

    @Column(name = "REVIEWER_NAME")
    private String reviewerName;

    /** The digest of what the draft said then: of another content nothing has been said. */
    @Column(name = "CONTENT")
    private String content;

    @Column(name = "GIVEN_AT")
    private Instant givenAt;

    @Version
    @Column(name = "REVISION")
    private long revision;

    /** For JPA. */
    protected DraftOpinion() {}

    /** The opinion of an office that has said nothing yet. */
    public DraftOpinion(String code, int number, ReviewOffice office) {
        this.id = id(code, number, office);
        this.code = code;
        this.number = number;
        this.office = office;
    }

    /** The id of an office's opinion of a version: there is one of each. */
    public static String id(String code, int number, ReviewOffice office) {
        return office.key() + "~" + number + "~" + code;
    }

    /**
     * What is said.
     *
     * @param agrees whether the draft may be published
     * @param words why, or under what view
     */
    public record Saying(boolean agrees, String words) {}

    /**
     * Says it, in place of what the office has said before.
     *
     * @param digest of the draft's content
     * @throws ProblemException {@code opinion-by-author} when whoever speaks has written the draft
     */
    public CatalogueEvent give(Saying saying, CatalogueVersion draft, String digest, Actor actor, Instant at) {
        if (draft.authors().contains(actor.account())) {
            throw new ProblemException(
                    CatalogueError.OPINION_BY_AUTHOR,
                    LocalizedMessage.of(DraftOpinion.class, "opinion.by-author", actor.name()));
        }
        agreed = saying.agrees();
        words = saying.words();
        content = digest;
        reviewer = actor.account();
        reviewerName = actor.name();
        givenAt = at.truncatedTo(ChronoUnit.MICROS);
        return new CatalogueEvent.Opined(number, office.key(), agreed);
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** The code of the item. */
    public String code() {
        return code;
    }

    /** The number of the version that it is about. */
    public int number() {
        return number;
    }

    /** Whose it is. */
    public ReviewOffice office() {
        return office;
    }

    /** Whether the draft may be published. */
    public boolean agreed() {
        return agreed;
    }

    /** What was said. */
    public String words() {
        return words;
    }

    /** Whether somebody has spoken for its office about this content. */
    public boolean isOf(String account, String digest) {
        return reviewer.equals(account) && content.equals(digest);
    }

    /** Who has spoken. */
    public String reviewerName() {
        return reviewerName;
    }

    /** The digest of the content that it is about. */
    public String content() {
        return content;
    }

    /** When it was given. */
    public Instant givenAt() {
        return givenAt;
    }
}
