package org.yichuang.agency.internal.web;

import gg.jte.Content;
import java.util.Set;
import org.yichuang.agency.internal.Recognitions;
import org.yichuang.identity.api.Role;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Panel;

/** That the signed review of another body stands in place of the own examination, and which one. */
class RecognitionPanel implements Panel {
    private static final int PLACE = 11;

    private final Recognitions recognitions;
    private final String number;

    RecognitionPanel(Recognitions recognitions, String number) {
        this.recognitions = recognitions;
        this.number = number;
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.CLERK.key(), Role.CHIEF_REPRESENTATIVE.key(), Role.CENTRE_MANAGER.key());
    }

    @Override
    public Content show(PageCall call) {
        return AgencyPageModule.TEMPLATES.recognitionpanel(call.ui(), recognitions.ofCase(number, call.context()));
    }
}
