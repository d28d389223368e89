package org.yichuang.fees.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import org.yichuang.fees.api.BillStep;

/** What a demand is of, by what code it is paid, and what the treasury knows of that. */
@MappedSuperclass
public abstract class Demanded extends Kept<BillContent> {
    /** After the first time in vain the job tells it again behind twice this, then later each time. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);
    private static final Duration LONGEST_REFUSAL = Duration.ofHours(6);
    private static final int MOST_TRIES = 16;

    @Column(name = "CODE")
    private String code;

    @Column(name = "CASE_NUMBER")
    private String caseNumber;

    @Column(name = "ITEM")
    private String item;

    @Column(name = "ITEM_NAME")
    private String itemName;

    @Column(name = "DEPARTMENT")
    private String department;

    /** Under which name the treasury is asked for the code, empty where the centre gives codes itself. */
    @Column(name = "CODE_REQUEST")
    private String request;

    /** The word of the port that it is asked by; empty where the centre gives codes itself, or nobody has kept it. */
    @Column(name = "CODE_PORT")
    private String port;

    /** Whether the treasury is to be told of it. */
    @Column(name = "TO_TELL")
    private boolean isToTell;

    /** Why the treasury gives no code, empty for nothing. */
    @Column(name = "CODE_WORDS")
    private String codeWords;

    /**
     * How often in a row the job has told it in vain since it changed last; below zero where it has only failed here,
     * which is nothing that is settled with the treasury.
     */
    @Column(name = "TELL_TRIES")
    private int tries;

    /** Before when nobody tells it again by itself, in seconds since 1970. */
    @Column(name = "TELL_AFTER")
    private long tellAfter;

    /**
     * How the treasury is asked.
     *
     * @param port the word of the port
     * @param request the name under which it is asked, always the same; empty where it is not
     */
    public record Asked(String port, String request) {
        static final Asked NOT = new Asked("", "");
    }

    void named(String by, Asked asked, Bill.Matter matter) {
        code = by;
        request = asked.request();
        port = asked.port();
        caseNumber = matter.caseNumber();
        item = matter.item();
        itemName = matter.itemName();
        department = matter.department();
        toTell();
    }

    /** Something has changed that the treasury is to know, if it gives the code. */
    public void toTell() {
        isToTell = isOrdered();
        codeWords = "";
        tries = 0;
        tellAfter = 0;
    }

    /**
     * The job has told it in vain, and tells it again later.
     *
     * @param isRefused whether the treasury does not take it, rather than that it has not answered
     * @param at by the machine's own clock, which no rehearsal moves
     */
    public void toldInVain(boolean isRefused, Instant at) {
        tries = Math.min(Math.abs(tries) + 1, MOST_TRIES);
        pause(isRefused ? LONGEST_REFUSAL : LONGEST_SILENCE, at);
    }

    /**
     * Something has failed here while the job told it, which tells it again later. Whether the treasury has been told
     * in vain stays as it was.
     *
     * @param at by the machine's own clock, which no rehearsal moves
     */
    public void failedHere(Instant at) {
        tries = tries > 0 ? Math.min(tries + 1, MOST_TRIES) : Math.max(tries - 1, -MOST_TRIES);
        pause(LONGEST_SILENCE, at);
    }

    private void pause(Duration longest, Instant at) {
        long pause = FIRST_PAUSE.toSeconds() << Math.abs(tries);
        tellAfter = at.getEpochSecond() + Math.min(longest.toSeconds(), pause);
    }

    /** It is known by a code from now on, also where nothing is to be paid by it any more. */
    public void known(String given) {
        if (code().isEmpty() && !given.isEmpty()) {
            code = given;
        }
        codeWords = "";
    }

    /** The treasury knows how it stands. */
    public void told() {
        isToTell = false;
        codeWords = "";
        tries = 0;
        tellAfter = 0;
        steps++;
    }

    /** The treasury does not take it, or gives no code that can be used, and this is why. */
    public void untold(String why) {
        codeWords = why;
        steps++;
    }

    /** Whether the treasury gives its code. */
    public boolean isOrdered() {
        return !request.isEmpty();
    }

    /** The word of the port by which it is asked; empty where nobody has kept it. */
    public String port() {
        return port;
    }

    /** Under which name the treasury is asked. */
    public String request() {
        return request;
    }

    /** Whether the treasury is to be told of it. */
    public boolean isToTell() {
        return isToTell;
    }

    /** Whether the job has told the treasury in vain how it stands now. */
    public boolean isToldInVain() {
        return isToTell && tries > 0;
    }

    /** Why the treasury gives no code, empty for nothing. */
    public String codeWords() {
        return codeWords;
    }

    /** By what it is paid; empty as long as the treasury has given no code, when its number stands there. */
    public String code() {
        return code.equals(id) ? "" : code;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String item() {
        return item;
    }

    public String itemName() {
        return itemName;
    }

    public String department() {
        return department;
    }

    /** Whether its payer has been told by what code it is paid. */
    public boolean wasCoded() {
        return !isOrdered()
                || held.notes().stream().anyMatch(note -> note.step().equals(BillStep.CODE.word()));
    }

    /** What each unit is owed of it, in the order of the lines. */
    public Map<String, Long> units() {
        Map<String, Long> units = new LinkedHashMap<>();
        held.lines().forEach(line -> units.merge(line.unit(), line.left(), Long::sum));
        return units;
    }

    /**
     * A paper is in force, in the place of another one of its kind.
     *
     * @param paper its id, null where there is none any more
     */
    public void papered(String kind, String paper) {
        held = held.papered(kind, paper);
    }
}
