package org.yichuang.fees.internal.domain;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;

/** What a demand is of, by what code it is paid, and what the treasury knows of that. */
@MappedSuperclass
public abstract class Demanded extends Kept<BillContent> {
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

    /** Whether the treasury is to be told of it. */
    @Column(name = "TO_TELL")
    private boolean isToTell;

    /** Why the treasury gives no code, empty for nothing. */
    @Column(name = "CODE_WORDS")
    private String codeWords;

    void named(String by, String asked, Bill.Matter matter) {
        code = by;
        request = asked;
        codeWords = "";
        caseNumber = matter.caseNumber();
        item = matter.item();
        itemName = matter.itemName();
        department = matter.department();
        toTell();
    }

    /** Something has changed that the treasury is to know, if it gives the code. */
    void toTell() {
        isToTell = isOrdered();
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

    /** Under which name the treasury is asked. */
    public String request() {
        return request;
    }

    /** Whether the treasury is to be told of it. */
    public boolean isToTell() {
        return isToTell;
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
}
