package org.yichuang.fees.internal.web;

import gg.jte.Content;
import java.util.Set;
import org.yichuang.fees.internal.Bills;
import org.yichuang.fees.internal.FeeDescriptor;
import org.yichuang.identity.api.Role;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Panel;

/** The demands of a case, on its page. */
class CaseFees implements Panel {
    private static final int PLACE = 20;

    private final Bills bills;
    private final String number;

    CaseFees(Bills bills, String number) {
        this.bills = bills;
        this.number = number;
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public Set<String> roles() {
        return Set.of(
                Role.CLERK.key(), Role.CHIEF_REPRESENTATIVE.key(), Role.CENTRE_MANAGER.key(), FeeDescriptor.CASHIER);
    }

    @Override
    public Content show(PageCall call) {
        return FeePageModule.TEMPLATES.casefees(call.ui(), bills.ofCase(number, call.context()));
    }
}
