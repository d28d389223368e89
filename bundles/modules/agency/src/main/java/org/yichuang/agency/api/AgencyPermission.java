package org.yichuang.agency.api;

/** What may be done with agents and what they serve. */
public final class AgencyPermission {
    /** To see agents, requests and projects. */
    public static final String VIEW = "agency.view";

    /** To register agents, to train and to authorise them. */
    public static final String MANAGE_AGENTS = "agency.manage-agents";

    /** To ask for an agent on one's own behalf, and to see one's own requests. */
    public static final String REQUEST = "agency.request";

    /** To take requests in at the window. */
    public static final String TAKE_IN = "agency.take-in";

    /** To consent or refuse, and to assign agents. */
    public static final String DECIDE = "agency.decide";

    /** To enter agreements on whose reviews are recognised. */
    public static final String AGREE = "agency.agree";

    /** To lead projects in the green channel. */
    public static final String LEAD = "agency.lead";

    /** To act as an agent, with what one is assigned. */
    public static final String SERVE = "agency.serve";

    /** To consent to joint handling that applicants ask for, or decline it. */
    public static final String JOIN = "agency.join";

    /** To see joint annual inspections, and what was found. */
    public static final String INSPECTIONS = "agency.inspections";

    /** To begin joint annual inspections, call bodies to them, and end them. */
    public static final String INSPECT = "agency.inspect";

    /** To say at a joint annual inspection what one's department has found. */
    public static final String FIND = "agency.find";

    /** To see telephones and numbers whole, for a reason. */
    public static final String UNMASK = "agency.unmask";

    private AgencyPermission() {}
}
