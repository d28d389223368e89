package org.yichuang.catalogue.internal.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.Delegation;
import org.yichuang.catalogue.api.Handling.InPerson;
import org.yichuang.catalogue.api.Handling.Registration;
import org.yichuang.catalogue.api.Handling.SpecialStep;
import org.yichuang.catalogue.api.Handling.Visits;
import org.yichuang.catalogue.internal.domain.handling.HandlingLines;
import org.yichuang.kernel.api.LocalizedMessage;

/** Reads and writes how an item is handled as lists do: 1次, 是：须本人签字, 15个工作日. */
final class HandlingCells {
    private static final String NUMERALS = "零一二三四五六七八九";
    private static final String TEN = "十";
    private static final Pattern TIMES = Pattern.compile("(\\d{1,4})(?:\\.0+)?\\s*次?");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,4})(?:\\.0+)?\\s*(?:个?工作日)?");
    private static final Pattern LEVELS = Pattern.compile("(\\d{1,2})(?:\\.0+)?\\s*级?");
    private static final Pattern REGISTRATION =
            Pattern.compile("(\\d{1,2})\\s*个?工作日[,;，；、 ]*(?:可以?延长|延长)\\s*(\\d{1,2})\\s*个?工作日");

    private static final Pattern ANSWER = Pattern.compile("([^：:；;，,]*)(?:[：:；;，,](.*))?", Pattern.DOTALL);

    private final Cells cells;
    private final List<Remark> refusals;

    /** @param refusals where is noted what cannot be read */
    HandlingCells(Cells cells, List<Remark> refusals) {
        this.cells = cells;
        this.refusals = refusals;
    }

    Handling read() {
        return new Handling(
                inPerson(),
                isYes(Column.ONLINE_PRE_REVIEW, cells.get(Column.ONLINE_PRE_REVIEW)),
                visits(),
                number(Column.CORRECTION_DAYS, DAYS, "days.malformed"),
                delegation(),
                steps(),
                number(Column.APPROVAL_LEVELS, LEVELS, "levels.malformed"),
                registration());
    }

    /** 3个工作日，可以延长3个工作日; a bare yes is what the law has for market entities. */
    private Registration registration() {
        String text = Normalizer.normalize(cells.get(Column.REGISTRATION), Normalizer.Form.NFKC);
        if (text.isEmpty() || YesNoCell.isNo(text)) {
            return null;
        }
        if (YesNoCell.isYes(text)) {
            return Registration.MARKET_ENTITY;
        }
        Matcher found = REGISTRATION.matcher(text);
        if (found.matches()) {
            return new Registration(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
        }
        refuse(Column.REGISTRATION, "registration.malformed", text);
        return null;
    }

    /** Puts what is not usual into cells. */
    static void write(Handling handling, Map<Column, String> cells) {
        InPerson inPerson = handling.inPerson();
        if (!inPerson.equals(InPerson.NO)) {
            String reason = inPerson.reason().isEmpty() ? "" : "：" + inPerson.reason();
            cells.put(Column.IN_PERSON, YesNoCell.write(inPerson.required()) + reason);
        }
        if (handling.onlinePreReview()) {
            cells.put(Column.ONLINE_PRE_REVIEW, YesNoCell.write(true));
        }
        if (handling.visits() != null) {
            cells.put(Column.VISITS, String.valueOf(handling.visits().number()));
            cells.put(Column.VISIT_REASON, handling.visits().reason());
            cells.put(Column.VISIT_BASIS, handling.visits().basis());
        }
        if (handling.correctionDays() != null) {
            cells.put(Column.CORRECTION_DAYS, handling.correctionDays() + "个工作日");
        }
        if (handling.approvalLevels() != null) {
            cells.put(Column.APPROVAL_LEVELS, handling.approvalLevels() + "级");
        }
        if (handling.registration() != null) {
            cells.put(
                    Column.REGISTRATION,
                    handling.registration().days() + "个工作日，可以延长"
                            + handling.registration().further() + "个工作日");
        }
        cells.put(Column.DELEGATION, HandlingLines.delegation(handling.delegation()));
        cells.put(Column.SPECIAL_STEPS, HandlingLines.cell(handling.specialSteps()));
    }

    private InPerson inPerson() {
        Matcher answer = ANSWER.matcher(cells.get(Column.IN_PERSON));
        if (!answer.matches()) {
            return InPerson.NO;
        }
        boolean isRequired = isYes(Column.IN_PERSON, answer.group(1).strip());
        return new InPerson(
                isRequired, answer.group(2) == null ? "" : answer.group(2).strip());
    }

    private boolean isYes(Column column, String text) {
        boolean isYes = YesNoCell.isYes(text);
        if (!text.isEmpty() && !isYes && !YesNoCell.isNo(text)) {
            refuse(column, "neither-yes-nor-no", text);
        }
        return isYes;
    }

    /** Where nobody has to come, there is no reason for it, whatever was said before. */
    private Visits visits() {
        Integer number = number(Column.VISITS, TIMES, "visits.malformed");
        String reason = cells.get(Column.VISIT_REASON);
        String basis = cells.get(Column.VISIT_BASIS);
        if (number == null) {
            if (cells.get(Column.VISITS).isEmpty() && !(reason + basis).isEmpty()) {
                refuse(Column.VISITS, "visits.number-missing", reason + basis);
            }
            return null;
        }
        return number == 0 ? new Visits(0, "", "") : new Visits(number, reason, basis);
    }

    private Integer number(Column column, Pattern form, String otherwise) {
        String text = inDigits(Normalizer.normalize(cells.get(column), Normalizer.Form.NFKC));
        Matcher found = form.matcher(text);
        if (found.matches()) {
            return Integer.valueOf(found.group(1));
        }
        if (!text.isEmpty()) {
            refuse(column, otherwise, text);
        }
        return null;
    }

    /** Small numbers as people write them: 零次, 一次, 十个工作日. */
    private static String inDigits(String text) {
        if (text.startsWith(TEN)) {
            return "10" + text.substring(TEN.length());
        }
        int place = text.isEmpty() ? -1 : NUMERALS.indexOf(text.charAt(0));
        return place < 0 ? text : place + text.substring(1);
    }

    private Delegation delegation() {
        String text = cells.get(Column.DELEGATION);
        if (text.isEmpty() || YesNoCell.isNo(text)) {
            return null;
        }
        return HandlingLines.delegation(text).orElseGet(() -> {
            refuse(Column.DELEGATION, "delegation.malformed", text);
            return null;
        });
    }

    private List<SpecialStep> steps() {
        List<SpecialStep> steps = new ArrayList<>();
        String text = cells.get(Column.SPECIAL_STEPS);
        if (YesNoCell.isNo(text)) {
            return steps;
        }
        for (String line : HandlingLines.lines(text)) {
            HandlingLines.step(line)
                    .ifPresentOrElse(steps::add, () -> refuse(Column.SPECIAL_STEPS, "special-step.malformed", line));
        }
        return steps;
    }

    private void refuse(Column column, String key, String text) {
        refusals.add(new Remark(column.remark(LocalizedMessage.of(HandlingCells.class, key, text))));
    }
}
