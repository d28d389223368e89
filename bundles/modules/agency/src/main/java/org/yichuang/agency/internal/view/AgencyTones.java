package org.yichuang.agency.internal.view;

import org.yichuang.agency.internal.AgencyViews.Summary;
import org.yichuang.agency.internal.InspectionViews.BodyView;
import org.yichuang.agency.internal.JointViews.JointSummary;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Tone;

/** How requests look. */
public final class AgencyTones {
    private AgencyTones() {}

    /** The tone of where one stands. */
    public static Tone of(Summary request) {
        if (request.late()) {
            return Tone.WRONG;
        }
        return request.outcome() == null ? Tone.INFO : Tone.DONE;
    }

    /** What people call where one stands. */
    public static LocalizedMessage label(Summary request) {
        return request.outcome() == null
                ? request.state().label()
                : request.outcome().label();
    }

    /** The tone of where a request for joint handling stands. */
    public static Tone of(JointSummary request) {
        if (request.late() && request.due() != null) {
            return Tone.WRONG;
        }
        return switch (request.state()) {
            case RECEIVED, CONSENTED -> Tone.INFO;
            case DECLINED -> Tone.CARE;
            case HANDED_IN, WITHDRAWN -> Tone.DONE;
        };
    }

    /** The tone of where a body stands that is called to a joint annual inspection. */
    public static Tone of(BodyView body) {
        return switch (body.state()) {
            case CALLED, CAME -> Tone.INFO;
            case TO_RIGHT -> body.late() ? Tone.WRONG : Tone.CARE;
            case PASSED, RIGHTED -> Tone.DONE;
        };
    }
}
