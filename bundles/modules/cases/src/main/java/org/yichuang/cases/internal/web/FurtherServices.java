package org.yichuang.cases.internal.web;

import org.yichuang.cases.api.CaseReception;
import org.yichuang.cases.api.JointCases;
import org.yichuang.cases.api.KnownApplicants;
import org.yichuang.cases.internal.ApplicantAccounts;
import org.yichuang.cases.internal.CaseTimes;
import org.yichuang.cases.internal.DraftChanges;
import org.yichuang.cases.internal.KioskEnquiries;
import org.yichuang.cases.internal.RetentionServices;

/**
 * What pages ask besides the cases themselves.
 *
 * @param reception what is done before an acceptance
 * @param joint what departments do with joint cases
 * @param known who stands before a window
 * @param times where the time of a case has gone
 * @param kiosk what a terminal in the hall asks
 * @param changes what has become of items since somebody has begun to apply
 * @param accounts what applicants have said when they registered
 * @param retained what is kept for its years, and then no longer
 */
public record FurtherServices(
        CaseReception reception,
        JointCases joint,
        KnownApplicants known,
        CaseTimes times,
        KioskEnquiries kiosk,
        DraftChanges changes,
        ApplicantAccounts accounts,
        RetentionServices retained) {}
