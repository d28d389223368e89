package org.yichuang.cases.internal.web;

import java.time.Instant;
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
                    "受理通知书",
                    accepted(view),
                    view.acceptance().at()));
        }
        for (CorrectionView correction : view.corrections()) {
            if (correction.centre().equals(here.value())) {
                notices.removeIf(notice -> notice.kind().equals("correction-notice"));
                notices.add(new Notice(
                        here.value(),
                        "correction-notice",
                        "补正材料一次性告知书",
                        correction(view, correction),
                        correction.notifiedAt()));
            }
        }
        if (view.ending() != null && view.state().name().equals("NOT_ACCEPTED")) {
            notices.add(new Notice(
                    here.value(),
                    "non-acceptance",
                    "不予受理决定书",
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
                    "送达回证",
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
                .orElseThrow(() ->
                        new ProblemException(CommonError.NOT_FOUND, "此办件没有这份文书", "The case has no such document"));
    }

    private static String accepted(CaseView view) {
        return "你（单位）于" + day(view.receivedAt()) + "提出的" + view.itemName()
                + "申请，经审查，申请材料齐全、符合法定形式，现予受理。\n"
                + "受理编号：" + view.acceptance().receiptNumber() + "\n"
                + "可凭办件编号和查询码查询办理进度。";
    }

    private static String correction(CaseView view, CorrectionView correction) {
        StringBuilder text = new StringBuilder("你（单位）于" + day(view.receivedAt()) + "提出的" + view.itemName()
                + "申请，经审查，申请材料不齐全或者不符合法定形式，现一次性告知须补正的全部内容：\n");
        int number = 1;
        for (CorrectionItem item : correction.items()) {
            text.append(number++).append("．").append(item.demand()).append('\n');
        }
        return text + "请补正后交回本中心。";
    }

    private static String notAccepted(CaseView view) {
        String organ = view.ending().competentOrgan();
        return "你（单位）于" + day(view.receivedAt()) + "提出的" + view.itemName() + "申请，经审查，决定不予受理。\n"
                + "理由：" + view.ending().reasons() + "\n"
                + "依据：" + view.ending().basis() + "\n"
                + (organ == null || organ.isEmpty() ? "" : "请向有权机关提出：" + organ + "\n")
                + view.ending().remedies();
    }

    private static String title(CaseView view, boolean granted) {
        return (granted ? "准予" : "不予") + what(view) + "决定书";
    }

    /** What is granted or refused: a service and a confirmation are no licences. */
    private static String what(CaseView view) {
        return view.type().equals(ItemType.LICENCE.name()) ? "行政许可" : "办理";
    }

    private static String decided(CaseView view, boolean granted) {
        String head = "你（单位）于" + day(view.receivedAt()) + "提出的" + view.itemName() + "申请，";
        if (granted) {
            String opinion = view.decision().opinion();
            return head + "经审查，符合法定条件、标准，决定准予" + what(view) + "。\n" + (opinion == null ? "" : opinion);
        }
        return head + "经审查，决定不予" + what(view) + "。\n"
                + "理由：" + view.decision().reasons() + "\n"
                + "依据：" + view.decision().basis() + "\n"
                + view.decision().remedies();
    }

    private static String delivered(CaseView view) {
        String document =
                view.issued() == null ? "" : "证件（文书）编号：" + view.issued().documentNumber() + "\n";
        return "事项：" + view.itemName() + "\n" + document + "领取人："
                + view.delivery().receivedBy() + "\n签收日期：" + day(view.delivery().at());
    }

    private static String day(Instant at) {
        var date = at.atZone(CallContext.ZONE).toLocalDate();
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
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
