package org.yichuang.cases.internal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.internal.view.Notice;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Sheet;

/** The documents of a case that are printed. They are documents of Chinese law and so in Chinese. */
final class Notices {
    private Notices() {}

    /** The documents that a case has at a centre. */
    static List<Notice> of(CaseView view, TenantId here) {
        List<Notice> notices = new ArrayList<>();
        if (view.acceptance() != null) {
            notices.add(new Notice(
                    here.value(),
                    "acceptance",
                    words("document.acceptance"),
                    accepted(view),
                    view.acceptance().at()));
        }
        for (CorrectionView correction : view.corrections()) {
            if (correction.centre().equals(here.value())) {
                notices.removeIf(notice -> notice.kind().equals("correction-notice"));
                notices.add(new Notice(
                        here.value(),
                        "correction-notice",
                        words("document.correction-notice"),
                        correction(view, correction),
                        correction.notifiedAt()));
            }
        }
        if (view.ending() != null && view.state().name().equals("NOT_ACCEPTED")) {
            notices.add(new Notice(
                    here.value(),
                    "non-acceptance",
                    words("document.non-acceptance"),
                    notAccepted(view),
                    view.ending().at()));
        }
        if (view.decision() != null) {
            boolean granted = view.decision().outcome() == Outcome.GRANT;
            notices.add(new Notice(
                    view.decision().centre(),
                    "decision",
                    title(view, granted),
                    decided(view, granted),
                    view.decision().at()));
        }
        if (view.delivery() != null) {
            notices.add(new Notice(
                    here.value(),
                    "delivery",
                    words("document.delivery"),
                    delivered(view),
                    view.delivery().at()));
        }
        return notices;
    }

    /**
     * The document of a kind.
     *
     * @throws ProblemException {@code not-found}
     */
    static Notice find(String kind, CaseView view, TenantId here) {
        return of(view, here).stream()
                .filter(notice -> notice.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonError.NOT_FOUND, LocalizedMessage.of(Notices.class, "document.unknown")));
    }

    private static String accepted(CaseView view) {
        return words(
                "text.accepted",
                day(view.receivedAt()),
                view.itemName(),
                view.acceptance().receiptNumber());
    }

    private static String correction(CaseView view, CorrectionView correction) {
        StringBuilder items = new StringBuilder();
        int number = 1;
        for (CorrectionItem item : correction.items()) {
            items.append(number++).append("．").append(item.demand()).append('\n');
        }
        return words("text.correction", day(view.receivedAt()), view.itemName(), items);
    }

    private static String notAccepted(CaseView view) {
        String organ = view.ending().competentOrgan();
        return words(
                "text.not-accepted",
                day(view.receivedAt()),
                view.itemName(),
                view.ending().reasons(),
                view.ending().basis(),
                organ == null || organ.isEmpty() ? "" : words("text.competent-organ", organ),
                view.ending().remedies());
    }

    private static String title(CaseView view, boolean granted) {
        return words(granted ? "document.granted" : "document.refused", what(view));
    }

    /** What is granted or refused: a service and a confirmation are no licences. */
    private static String what(CaseView view) {
        return words(view.type().equals(ItemType.LICENCE.name()) ? "what.licence" : "what.service");
    }

    private static String decided(CaseView view, boolean granted) {
        if (granted) {
            String opinion = view.decision().opinion();
            return words(
                    "text.granted",
                    day(view.receivedAt()),
                    view.itemName(),
                    what(view),
                    opinion == null ? "" : opinion);
        }
        return words(
                "text.refused",
                day(view.receivedAt()),
                view.itemName(),
                what(view),
                view.decision().reasons(),
                view.decision().basis(),
                view.decision().remedies());
    }

    private static String delivered(CaseView view) {
        return words(
                "text.delivered",
                view.itemName(),
                view.issued() == null
                        ? ""
                        : words("text.document-number", view.issued().documentNumber()),
                view.delivery().receivedBy(),
                day(view.delivery().at()));
    }

    private static String day(Instant at) {
        LocalDate day = at.atZone(CallContext.ZONE).toLocalDate();
        return words("text.day", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static String words(String key, Object... arguments) {
        return LocalizedMessage.of(Notices.class, key, arguments).zh();
    }

    /**
     * A document for printing.
     *
     * @param centres names of the centres by their ids
     */
    static Sheet sheet(Notice notice, CaseView view, Map<String, String> centres, PageCall call) {
        String code = view.queryCode() == null
                ? ""
                : call.ui().address("/progress?number=" + view.number() + "&code=" + view.queryCode());
        return new Sheet(
                notice.title(),
                view.number(),
                view.applicant().name(),
                call.ui().paragraphs(notice.body()),
                notice.at().atZone(CallContext.ZONE).toLocalDate(),
                centres.getOrDefault(notice.centre(), call.tenant().name()),
                code);
    }
}
