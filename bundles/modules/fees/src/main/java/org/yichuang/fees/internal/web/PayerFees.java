package org.yichuang.fees.internal.web;

import gg.jte.Content;
import java.util.Set;
import org.yichuang.fees.internal.Payers;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Panel;

/** The demands of a case, on the page on which its applicant sees it: each with the link by which it is paid. */
class PayerFees implements Panel {
    private static final int PLACE = 20;

    private final Payers payers;
    private final String number;

    PayerFees(Payers payers, String number) {
        this.payers = payers;
        this.number = number;
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public Set<String> roles() {
        return Set.of();
    }

    @Override
    public Content show(PageCall call) {
        return FeePageModule.TEMPLATES.payerfees(
                call.ui(), payers.ofCase(number, call.context().withoutKey()));
    }
}
