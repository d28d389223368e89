package org.yichuang.agency.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.api.JointState;
import org.yichuang.agency.api.JointStep;
import org.yichuang.kernel.api.ProblemException;

/**
 * An applicant's request that several items be handled jointly which no published bundle covers (申办者提出联办申请, M-CAS-3):
 * the centre consents or declines in writing, within its limit; what it consents to stands for one application.
 */
@Entity(name = "JointRequest")
@Table(name = "AGENCY_JOINT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class JointRequest extends Kept<JointContent> {
    private static final String PREFIX = "LB";
    private static final Pattern CODE = Pattern.compile(PREFIX + "([0-9A-Z]{22})");

    @Column(name = "STATE")
    private String state = "";

    @Column(name = "ACCOUNT")
    private String account;

    @Column(name = "ID_NUMBER_KEY")
    private String idNumberKey;

    @Column(name = "LEAD")
    private String lead = "";

    @Column(name = "BUNDLE_VERSION")
    private int bundleVersion;

    @Column(name = "PAPER")
    private String paper = "";

    @Column(name = "CASE_NUMBER")
    private String caseNumber = "";

    @Column(name = "RECEIVED_ON")
    private LocalDate receivedOn;

    @Column(name = "DUE_ON")
    private LocalDate dueOn;

    /** When the centre answered first; null before, and of what it answered before that was kept. */
    @Column(name = "ANSWERED_ON")
    private LocalDate answeredOn;

    @Column(name = "LATE")
    private boolean late;

    protected JointRequest() {} // for JPA

    /**
     * Takes one in.
     *
     * @param account whose request it is, empty for nobody's
     * @param idNumberKey digest of the applicant's number, by which their case is known
     */
    public static JointRequest asked(String id, JointContent asked, String account, String idNumberKey, Now now) {
        JointRequest made = new JointRequest();
        made.id = id;
        made.account = account;
        made.idNumberKey = idNumberKey;
        made.receivedOn = now.today();
        made.dueOn = now.within(AgencyPolicy.JOINT);
        made.held = asked;
        made.state = JointStep.ASK.next().name();
        made.note(JointStep.ASK, asked.reason(), now);
        return made;
    }

    /**
     * The centre consents; what stood before of it stands no more.
     *
     * @param version the bundle that was put together for it
     * @param by who leads
     * @param document the paper that says so
     * @return the paper that ends, empty for none
     */
    public String consent(int version, String by, String document, String words, Now now) {
        answered(now);
        step(JointStep.CONSENT, words, now);
        String before = paper;
        bundleVersion = version;
        lead = by;
        paper = document;
        return before;
    }

    /** The centre declines. */
    public void decline(String document, String reason, Now now) {
        answered(now);
        step(JointStep.DECLINE, reason, now);
        paper = document;
    }

    private void answered(Now now) {
        answeredOn = state() == JointState.RECEIVED ? now.today() : answeredOn;
    }

    /**
     * The applicant wants it no more.
     *
     * @return the consent that ends, empty for none
     */
    public String withdraw(String reason, Now now) {
        String before = paper;
        step(JointStep.WITHDRAW, reason, now);
        return before;
    }

    /** What is handled jointly has been handed in. */
    public void handIn(String number, Now now) {
        step(JointStep.HAND_IN, number, now);
        caseNumber = number;
    }

    /** Whether the centre has let the day of its answer pass, and that has not been written down. */
    public boolean isToMark(LocalDate today) {
        return !late && isOverdue(today);
    }

    /** It is written down that the day has passed, which stays so. */
    public void overdue() {
        late = true;
        steps++;
    }

    /** @throws ProblemException {@code joint-state} */
    public void requirePossible(JointStep step) {
        if (!step.isPossible(state())) {
            throw ProblemException.of(AgencyError.JOINT_STATE, state().label());
        }
    }

    private void step(JointStep step, String words, Now now) {
        requirePossible(step);
        late |= isOverdue(now.today());
        note(step, words, now);
        state = step.next().name();
        dueOn = null;
    }

    private void note(JointStep step, String words, Now now) {
        Note note = Note.of(step.word(), words, isOverdue(now.today()), now);
        held = new JointContent(
                held.applicant(), held.items(), held.reason(), noted(held.notes(), note, step != JointStep.CONSENT));
    }

    private boolean isOverdue(LocalDate today) {
        return dueOn != null && today.isAfter(dueOn);
    }

    /** The code under which what is handled jointly is handed in. */
    public String bundle() {
        return PREFIX + id;
    }

    /** The request to which a code belongs, where it has the form of one. */
    public static Optional<String> ofBundle(String code) {
        Matcher form = CODE.matcher(code);
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    public JointState state() {
        return JointState.valueOf(state);
    }

    /** Whose request it is, empty for nobody's. */
    public String account() {
        return account;
    }

    /** Digest of the applicant's number. */
    public String idNumberKey() {
        return idNumberKey;
    }

    /** Who leads, empty before the centre has consented. */
    public String lead() {
        return lead;
    }

    /** The version of the bundle that was put together for it, 0 for none. */
    public int bundleVersion() {
        return bundleVersion;
    }

    /** The case that it has become, empty before. */
    public String caseNumber() {
        return caseNumber;
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    /** The last day for the centre's answer, as long as there is none. */
    public Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    /** Whether the answer was late, or is. */
    public boolean isLate(LocalDate today) {
        return late || isOverdue(today);
    }

    /** The names of the items, as one line. */
    public String title() {
        return held.items().stream().map(JointContent.Item::name).collect(Collectors.joining("、"));
    }

    /** The codes of the items. */
    public List<String> codes() {
        return held.items().stream().map(JointContent.Item::code).toList();
    }

    /** What has become of it. */
    public AgencyEvent changed(JointStep step, LocalDate today) {
        return new AgencyEvent.JointChanged(
                step, state(), codes(), lead, bundleVersion == 0 ? "" : bundle(), caseNumber, dueOn, isLate(today));
    }
}
