package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.PersonalTexts.Kind;
import org.yichuang.cases.internal.domain.PersonalTexts.SearchKeys;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.time.Limit;

/** One application on its way through one centre. */
@Entity(name = "CaseFile")
@Table(name = "CASES_CASE")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class CaseFile {
    /** Stands in the column when nothing is due, so that worklists have one order without nulls. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    @Id
    @Column(name = "CASE_NUMBER")
    private String number;

    @Version
    @Column(name = "VERSION")
    private long version;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private CaseState state;

    @Column(name = "ITEM")
    private String item;

    @Column(name = "ITEM_NAME")
    private String itemName;

    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "APPLICANT")
    private String applicant;

    /** Null in rows from before it was kept, until they are written anew. */
    @Column(name = "APPLICANT_PERSON")
    private Boolean person;

    @Column(name = "SEARCH_TEXT")
    private String searchText;

    @Column(name = "SUBMITTER")
    private String submitter;

    @Column(name = "QUERY_CODE")
    private String queryCode;

    @Enumerated(EnumType.STRING)
    @Column(name = "CHANNEL")
    private CaseChannel channel;

    @Column(name = "RECEIVED_MICROS")
    private Instant receivedAt;

    @Column(name = "DUE")
    private LocalDate due;

    @Column(name = "DUE_LIMIT")
    private Limit dueLimit;

    @Column(name = "LAW_DUE")
    private LocalDate lawDue;

    @Column(name = "PROVISIONAL")
    private boolean provisional;

    @Column(name = "WARN_ON")
    private LocalDate warnOn;

    @Column(name = "ACCEPTED_ON")
    private LocalDate acceptedOn;

    @Column(name = "DECIDED_ON")
    private LocalDate decidedOn;

    @Column(name = "ENDED_ON")
    private LocalDate endedOn;

    @Column(name = "LATE")
    private boolean late;

    @Column(name = "LOWER_CENTRE")
    private String lowerCentre;

    @Column(name = "LOWER_NUMBER")
    private String lowerNumber;

    @Column(name = "UPPER_CENTRE")
    private String upperCentre;

    @Column(name = "UPPER_NUMBER")
    private String upperNumber;

    /** By when something that was promised follows or is checked; null when nothing is to. */
    @Column(name = "PROMISED_UNTIL")
    private LocalDate promisedUntil;

    /** On which day everybody may listen to the hearing about it; null where there is none. */
    @Column(name = "HEARING_ON")
    private LocalDate hearingOn;

    @Column(name = "ID_NUMBER_KEY")
    private String idNumberKey;

    @Column(name = "PHONE_KEY")
    private String phoneKey;

    /** The master key of both texts; empty when it is not known, or not the same. */
    @Column(name = "KEY_NAME")
    private String keyName = "";

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash;

    @Column(name = "SUBMISSION")
    private Stored.OfSubmission submission;

    @Column(name = "PROGRESS")
    private Stored.OfProgress progress;

    protected CaseFile() {} // for JPA

    private CaseFile(String number, Submission submission, String submitter, Instant receivedAt) {
        this.number = number;
        this.submitter = submitter;
        this.receivedAt = receivedAt;
        this.queryCode = "";
        this.chainHash = ChainHead.START.hash();
        this.due = NEVER;
        this.progress = new Stored.OfProgress(new Progress());
        take(submission);
    }

    static CaseFile handedIn(String number, String code, Submission submission, String submitter, Instant receivedAt) {
        CaseFile file = new CaseFile(number, submission, submitter, receivedAt);
        file.queryCode = code;
        return file;
    }

    static CaseFile transferred(
            String number, Submission submission, String lowerCentre, String lowerNumber, Instant receivedAt) {
        CaseFile file = new CaseFile(number, submission, "", receivedAt);
        file.lowerCentre = lowerCentre;
        file.lowerNumber = lowerNumber;
        return file;
    }

    private void take(Submission content) {
        submission = submission == null ? new Stored.OfSubmission(content) : submission.followedBy(content);
        item = content.item().code();
        itemName = content.item().name();
        applicant = content.applicant().name();
        channel = Optional.ofNullable(content.filing().channel()).orElse(channel);
        fold();
    }

    /** Makes the text anew in which worklists look for words. */
    public void fold() {
        searchText = SearchText.of(number, applicant, itemName);
    }

    void settle(CaseState next, Submission content, Progress changed, CommandContext now) {
        state = next;
        changed.reckon(now.calendar());
        progress = new Stored.OfProgress(changed);
        if (content != submission()) {
            take(content);
        }
        department = RoutePlan.department(this, content, changed.stage, now.centre());
        move(NearestDues.of(state, changed, Almanac.of(now)));
        count(now);
        hearingOn = HearingSessions.announced(changed, next);
        followPromises();
    }

    /** Reckons anew by when something follows, as a file of it may be gone; says whether that has moved. */
    public boolean followPromises() {
        LocalDate before = promisedUntil;
        promisedUntil = isTransferred() && endedOn != null ? null : progress().promisedUntil(state, sound());
        return !Objects.equals(before, promisedUntil);
    }

    /** Keeps for the centre's figures on which days it went on, and whether a clock of this centre was missed. */
    private void count(CommandContext now) {
        Progress present = progress();
        acceptedOn = present.acceptance == null ? null : CommandContext.day(present.acceptance.at());
        decidedOn = present.decision == null ? null : CommandContext.day(present.decision.at());
        LocalDate over = endedOn == null ? now.today() : endedOn;
        endedOn = state.isEnd() || isTransferred() && isDecidedFor(now.centre()) ? over : null;
        late = late || HearingSessions.isMissed(this, now);
    }

    /** Whether a transferred case leaves nothing to do here: delivery is the business of the centre below. */
    boolean isDecidedFor(String here) {
        return state == CaseState.REFUSED
                || state == CaseState.ISSUED
                || state == CaseState.GRANTED && !submission().route().issuer().equals(here);
    }

    /** Says how its texts are read; asked as soon as it has been loaded. */
    public void readBy(PersonalTexts texts) {
        submission.readBy(text -> texts.read(Kind.SUBMISSION, number, text, Submission.class));
        progress.readBy(text -> texts.read(Kind.PROGRESS, number, text, Progress.class));
    }

    /** Asks in which of the files that were supplied as promised a scanner has found something by now. */
    public void scannedBy(StoredFiles files) {
        submission.scannedBy(files);
    }

    /** The application as it is to be judged: what is promised without the supplied files that are infected. */
    public Submission sound() {
        return submission.sound();
    }

    /** Writes the texts that are new; asked before the row is digested or stored. */
    public void writeBy(PersonalTexts texts) {
        if (submission.writeBy(value -> texts.write(Kind.SUBMISSION, number, value))) {
            findBy(texts);
        }
        progress.writeBy(value -> texts.write(Kind.PROGRESS, number, value));
        keyName = texts.keyName(submission.kept(), progress.kept());
    }

    private void findBy(PersonalTexts texts) {
        Applicant found = submission().applicant();
        person = Applicants.isPerson(found);
        SearchKeys keys = texts.keys(found.idNumber(), found.phone());
        idNumberKey = keys.idNumber();
        phoneKey = keys.phone();
    }

    /** Has its texts encrypted under the newest key; what they say stays as it is. */
    public void renew(PersonalTexts texts) {
        if (idNumberKey == null || person == null) {
            findBy(texts);
        }
        submission = new Stored.OfSubmission(texts.renewed(Kind.SUBMISSION, number, submission.kept()));
        progress = new Stored.OfProgress(texts.renewed(Kind.PROGRESS, number, progress.kept()));
        writeBy(texts);
        readBy(texts);
    }

    void note(Progress noted) {
        progress = new Stored.OfProgress(noted);
    }

    /** The days as they stand in the row. */
    public Dues dues() {
        return new Dues(due, dueLimit, lawDue, provisional, warnOn);
    }

    /** Takes over what a calendar corrects. */
    public void correct(CalendarCorrection correction) {
        progress = new Stored.OfProgress(correction.progress());
        late = correction.late();
        hearingOn = HearingSessions.announced(progress(), state);
        move(correction.after());
    }

    boolean isLate() {
        return late;
    }

    private void move(Dues to) {
        due = to.next();
        dueLimit = to.limit();
        lawDue = to.statutory();
        provisional = to.provisional();
        warnOn = to.warning();
    }

    void warned(Progress noted, LocalDate next) {
        note(noted);
        warnOn = next;
    }

    /** Whether a centre above has it now. */
    boolean isAbove() {
        return state == CaseState.FORWARDED || state == CaseState.QUESTIONED;
    }

    /** The stage that follows when the present one is done; a transferred case waits for its first one here. */
    int following() {
        return state == CaseState.RECEIVED && isTransferred() ? progress().stage : progress().stage + 1;
    }

    /** What a person can do next, in the words of the paths. */
    public List<String> commands(CommandContext now) {
        return CaseStateTable.open(state, GuardInput.of(this, now, null, false));
    }

    void above(String centre, String numberThere) {
        upperNumber = numberThere == null && centre.equals(upperCentre) ? upperNumber : numberThere;
        upperCentre = centre;
    }

    public void chain(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }

    public ChainHead chain() {
        return new ChainHead(chainSequence, chainHash);
    }

    /** Whether it came from a centre below. */
    public boolean isTransferred() {
        return lowerCentre != null;
    }

    public String number() {
        return number;
    }

    public long version() {
        return version;
    }

    public CaseState state() {
        return state;
    }

    public String department() {
        return department;
    }

    public String submitter() {
        return submitter;
    }

    public String queryCode() {
        return queryCode;
    }

    /** How it came in, where that is known. */
    public Optional<CaseChannel> channel() {
        return Optional.ofNullable(channel);
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** The day by which this centre must act. */
    public Optional<LocalDate> due() {
        return Optional.of(due).filter(day -> !day.equals(NEVER));
    }

    public String lowerCentre() {
        return lowerCentre;
    }

    public String lowerNumber() {
        return lowerNumber;
    }

    public String upperCentre() {
        return upperCentre;
    }

    public String upperNumber() {
        return upperNumber;
    }

    public Submission submission() {
        return submission.value();
    }

    public Progress progress() {
        return progress.value();
    }
}
