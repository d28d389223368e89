package org.yichuang.ratings.internal.domain;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.ratings.api.Ratings.Given;
import org.yichuang.ratings.api.Source;

/** What was said once; it never changes, whatever is said later. */
@Entity(name = "Answer")
@Table(name = "RATINGS_ANSWER")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Answer {
    @Id
    @Column(name = "ANSWER")
    private String id;

    @Column(name = "RATING")
    private String rating;

    @Column(name = "ORDINAL")
    private int ordinal;

    @Column(name = "SOURCE")
    private String source;

    @Column(name = "GIVEN_AT")
    private Instant givenAt;

    @Column(name = "CONTENT")
    private String content;

    @Column(name = "KEY_NAME")
    private String keyName;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    protected Answer() {} // for JPA

    /** @param content what was given, encrypted */
    public Answer(String id, Rating rating, Said said, Sealed content) {
        this.id = id;
        this.rating = rating.id();
        this.ordinal = said.ordinal();
        this.source = said.source().name();
        this.givenAt = said.at();
        resealed(content);
    }

    /**
     * What was said.
     *
     * @param ordinal which answer of its rating it is, from 1
     */
    public record Said(Given given, Source source, int ordinal, Instant at) {}

    public String id() {
        return id;
    }

    /** Of which rating. */
    public String rating() {
        return rating;
    }

    public int ordinal() {
        return ordinal;
    }

    public Source source() {
        return Source.valueOf(source);
    }

    public Instant givenAt() {
        return givenAt;
    }

    public String content() {
        return content;
    }

    /** It is encrypted anew. */
    public void resealed(Sealed other) {
        content = other.encrypted();
        keyName = other.masterKey();
    }

    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }
}
